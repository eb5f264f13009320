import Markup
import Testing

@Suite struct SVGNumberTests {
    @Test(
        arguments: [
            (0, "0"), (-0.0, "0"), (1, "1"), (-1, "-1"), (0.5, "0.5"), (-0.5, "-0.5"), (0.05, "0.05"), (10.1, "10.1"),
            (1.234, "1.23"), (1.236, "1.24"), (0.999, "1"), (-0.001, "0"), (0.004999, "0"), (-0.006, "-0.01"),
            (0.125, "0.13"), (-0.125, "-0.13"), (100, "100"), (1e-300, "0"), (123_456.789, "123456.79"),
            (1e9, "1000000000"), (1e300, "1000000000"), (-1e300, "-1000000000"),
            (.greatestFiniteMagnitude, "1000000000"),
        ] as [(Double, String)])
    func writesAtMostTwoDecimals(value: Double, expected: String) {
        #expect(SVGNumber(value)?.text == expected)
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity, .signalingNaN])
    func refusesWhatIsNotFinite(value: Double) {
        #expect(SVGNumber(value) == nil)
    }

    @Test func comesWithinHalfAHundredth() throws {
        for step in -20_000...20_000 {
            let value = Double(step) * 0.00317
            let number = try #require(SVGNumber(value)).text
            let read = try #require(Double(number))
            // Half a unit of the last decimal, and the rounding of value * 100 and of reading the text.
            #expect(abs(read - value) <= 0.005 + 1e-12)
            #expect(number != "-0" && !number.contains("e"))
            #expect(!number.contains(".") || !number.hasSuffix("0"))
        }
    }
}
