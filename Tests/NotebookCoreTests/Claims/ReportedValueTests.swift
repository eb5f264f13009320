import NotebookCore
import Testing

struct ReportedValueTests {
    @Test(arguments: [
        ("99.08%", 0.9908), ("0.33 points", 0.0033), ("500,000", 500_000), ("about 92", 92), ("2 minutes", 120),
        ("140 µs", 0.00014), ("1.5 MB", 1_500_000), ("−0.5 points", -0.005), ("3e-4", 0.0003),
    ])
    func readsNumbersInTheirUnits(text: String, number: Double) throws {
        guard case .exactly(let quantity)? = ReportedValue(text) else {
            Issue.record("‘\(text)’ was not read as a number")
            return
        }
        #expect(abs(quantity.number - number) < 1e-9 * max(1, abs(number)))
    }

    @Test(arguments: ["", "many", "1 parsec", "12 x", "% 5", "under", "6 to", "0x10", "nan", "inf"])
    func refusesWhatIsNoNumber(text: String) {
        #expect(ReportedValue(text) == nil)
    }

    @Test(
        arguments: [
            // An interval decides where there is one.
            ("99.08%", 0.9915, 0.989...0.993, nil, true), ("99.08%", 0.9950, 0.993...0.997, nil, false),
            // A tolerance takes its place.
            ("99.08%", 0.9950, 0.993...0.997, 0.005, true), ("500,000", 390_858, nil, 0, false),
            // Without either, the precision of the report.
            ("0.33 points", 0.00334, nil, nil, true), ("0.33 points", 0.0034, nil, nil, false),
            ("6 to 8", 7, nil, nil, true), ("6 to 8", 9, nil, nil, false), ("50 to 70%", 0.6, nil, nil, true),
            ("under 2 minutes", 119, nil, nil, true), ("under 2 minutes", 121, nil, nil, false),
            ("at least 98%", 0.98, nil, nil, true), ("above 98%", 0.98, nil, nil, false),
            ("99.08%", .nan, nil, nil, false),
        ] as [(String, Double, ClosedRange<Double>?, Double?, Bool)])
    func decidesWhetherReproduced(
        text: String, measured: Double, interval: ClosedRange<Double>?, tolerance: Double?, isReproduced: Bool
    ) throws {
        let reported = try #require(ReportedValue(text))
        #expect(reported.isReproduced(by: measured, interval: interval, tolerance: tolerance) == isReproduced)
    }
}
