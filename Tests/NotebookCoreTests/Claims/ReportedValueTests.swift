import NotebookCore
import Testing

struct ReportedValueTests {
    @Test(
        arguments: [
            ("99.08%", 0.9908, .fraction), ("0.33 points", 0.0033, .points), ("500,000", 500_000, .number),
            ("2 minutes", 120, .seconds), ("140 µs", 0.00014, .seconds), ("1 min 15 s", 75, .seconds),
            ("1 h 2 min", 3720, .seconds), ("1.5 MB", 1_500_000, .bytes), ("2 KiB", 2048, .bytes),
            ("−0.5 points", -0.005, .points), ("+0.06 percentage points", 0.0006, .points), ("3e-4", 0.0003, .number),
            ("8 epochs", 8, .count), ("92 errors", 92, .count), ("1.2M", 1_200_000, .number),
            ("0.5 million", 500_000, .number), ("1,234,567.5", 1_234_567.5, .number), ("10_000", 10_000, .number),
            ("5,000 images/s", 5000, .perSecond), ("exactly 5", 5, .number), ("99.08\u{202F}%", 0.9908, .fraction),
        ] as [(String, Double, NotebookCore.Unit)])
    func readsNumbersInTheirUnits(text: String, number: Double, unit: NotebookCore.Unit) throws {
        guard case .exactly(let quantity, nil)? = ReportedValue(text) else {
            Issue.record("‘\(text)’ was not read as a number")
            return
        }
        #expect(abs(quantity.number - number) < 1e-9 * max(1, abs(number)))
        #expect(quantity.unit == unit)
    }

    @Test(arguments: [
        "", "many", "1 parsec", "12 x", "% 5", "under", "6 to", "0x10", "nan", "inf", "5 s 1 min", "about",
    ])
    func refusesWhatIsNoNumber(text: String) {
        #expect(ReportedValue(text) == nil)
    }

    @Test(
        arguments: [
            ("94,35 %", "94.35%"), ("0,5", "0.5"), ("under 0,5", "0.5"), ("0,500", "0.500"), ("12,34,567", nil),
            ("1,5 MB", "1.5 MB"), ("6 to 8,5", "8.5"), ("about 0,3", "0.3"),
        ] as [(String, String?)])
    func tellsADecimalComma(text: String, suggestion: String?) {
        let problem = #expect(throws: Quantity.Problem.self) { try ReportedValue(reading: text) }
        #expect(problem == suggestion.map { .decimalComma(suggestion: $0) } ?? .notAQuantity)
    }

    @Test(arguments: [
        ("6 to 8", 6, 8), ("6–8 epochs", 6, 8), ("6-8", 6, 8), ("between 6 and 8", 6, 8), ("from 50 to 70 %", 0.5, 0.7),
        ("8 to 6", 6, 8), ("-0.2 to 0.4 points", -0.002, 0.004), ("30 s to 2 min", 30, 120),
    ])
    func readsRanges(text: String, lower: Double, upper: Double) throws {
        guard case .between(let low, let high)? = ReportedValue(text) else {
            Issue.record("‘\(text)’ was not read as a range")
            return
        }
        #expect(abs(low.number - lower) < 1e-12)
        #expect(abs(high.number - upper) < 1e-12)
    }

    @Test(arguments: [
        ("99.1 ± 0.2 %", 0.991, 0.989, 0.993), ("99.1% ± 0.2", 0.991, 0.989, 0.993),
        ("99.1% (98.8–99.3)", 0.991, 0.988, 0.993), ("0.031 [0.028, 0.035]", 0.031, 0.028, 0.035),
        ("99.1 % (95% CI 98.8 to 99.3 %)", 0.991, 0.988, 0.993),
    ])
    func readsAnIntervalOfItsOwn(text: String, number: Double, lower: Double, upper: Double) throws {
        guard case .exactly(let quantity, let interval?)? = ReportedValue(text) else {
            Issue.record("‘\(text)’ was not read as a figure with an interval")
            return
        }
        #expect(abs(quantity.number - number) < 1e-12)
        #expect(abs(interval.lowerBound - lower) < 1e-12)
        #expect(abs(interval.upperBound - upper) < 1e-12)
    }

    @Test(
        arguments: [
            ("above 98%", .above), ("> 98%", .above), ("more than 98%", .above), ("at least 98%", .atLeast),
            ("98% or more", .atLeast), ("no less than 98%", .atLeast), ("under 98%", .below), ("<98%", .below),
            ("at most 98%", .atMost), ("98% or less", .atMost), ("≤ 98 %", .atMost), ("up to 98%", .atMost),
        ] as [(String, Comparison)])
    func readsBounds(text: String, comparison: Comparison) throws {
        guard case .bounded(comparison, let bound)? = ReportedValue(text) else {
            Issue.record("‘\(text)’ was not read as a bound")
            return
        }
        #expect(bound.number == 0.98)
    }

    @Test(arguments: [
        ("about 500,000", 50_000), ("around 12,731", 1273.1), ("~92", 9.2), ("approximately 3", 0.5),
        ("roughly 0.5 points", 0.0005), ("about 7,000,000", 700_000), ("about 20", 5), ("≈ 0", 0.5),
    ])
    func aboutReachesATenthOrTheRoundingOfTheDigits(text: String, reach: Double) throws {
        guard case .about(let quantity)? = ReportedValue(text) else {
            Issue.record("‘\(text)’ was not read as approximate")
            return
        }
        #expect(abs(ReportedValue.reach(ofAbout: quantity) - reach) < 1e-9 * max(1, reach))
    }

    @Test func oneFigureHasOneSpelling() {
        #expect(ReportedValue("around 500,000")?.canonicalText == ReportedValue("about 500000")?.canonicalText)
        #expect(ReportedValue("under 2 minutes")?.canonicalText == ReportedValue("< 120 s")?.canonicalText)
        #expect(ReportedValue("about 5")?.canonicalText != ReportedValue("5")?.canonicalText)
    }
}
