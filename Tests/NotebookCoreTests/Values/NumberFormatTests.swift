import NotebookCore
import Testing

struct NumberFormatTests {
    @Test(arguments: [
        (NumberFormat.integer, 390_858, "390,858"), (.integer, -1234.4, "−1,234"), (.integer, 0, "0"),
        (.fixed(2), 0.005, "0.00"), (.fixed(2), -0.001, "0.00"), (.fixed(0), 2.5, "2"),
        (.percent(2), 0.9908, "99.08\u{202F}%"), (.points(2), -0.0033, "−0.33\u{202F}points"),
        (.duration, 0.00014, "140\u{202F}µs"), (.duration, 0.0123, "12.3\u{202F}ms"),
        (.duration, 5.25, "5.25\u{202F}s"),
        (.duration, 59.99, "1\u{202F}min 0\u{202F}s"), (.duration, 75, "1\u{202F}min 15\u{202F}s"),
        (.duration, 3725, "1\u{202F}h 2\u{202F}min"), (.duration, 0, "0\u{202F}s"),
        (.bytes, 12, "12\u{202F}bytes"), (.bytes, 1_563_432, "1.56\u{202F}MB"), (.bytes, 999_999, "1\u{202F}MB"),
        (.significant(3), 0.001, "0.001"), (.significant(3), 0.00034567, "0.000346"), (.significant(3), 12.5, "12.5"),
        (.significant(3), 1234567, "1,234,567"), (.significant(4), 1e-9, "1.000e-09"), (.significant(3), 0, "0"),
    ])
    func writesNumbers(format: NumberFormat, number: Double, text: String) {
        #expect(format.text(for: number) == text)
    }

    /// Ties of the decimals that people write go to the even digit, whatever the binary fraction beside them.
    @Test(arguments: [
        (NumberFormat.percent(1), 1887.0 / 2000, "94.4\u{202F}%"), (.percent(1), 1889.0 / 2000, "94.4\u{202F}%"),
        (.fixed(2), 1.005, "1.00"), (.fixed(2), 1.015, "1.02"), (.fixed(1), 0.25, "0.2"), (.fixed(1), 0.35, "0.4"),
        (.percent(0), 0.995, "100\u{202F}%"), (.percent(0), 0.985, "98\u{202F}%"), (.integer, 2.5, "2"),
        (.fixed(0), 9.5, "10"), (.fixed(3), 0.0004, "0.000"), (.fixed(2), 123456789.125, "123456789.12"),
        (.points(2), -0.00005, "0.00\u{202F}points"), (.points(2), -0.00015, "−0.02\u{202F}points"),
    ])
    func roundsTiesToEven(format: NumberFormat, number: Double, text: String) {
        #expect(format.text(for: number) == text)
    }

    @Test(arguments: [
        (NumberFormat.percent(2), 0.9910...0.9944, "99.10–99.44"),
        (.points(1), -0.0006...0.0028, "−0.1\u{00A0}to\u{00A0}0.3"),
        (.significant(3), 56.33...89.45, "56.3–89.4"),
    ])
    func writesIntervals(format: NumberFormat, interval: ClosedRange<Double>, text: String) {
        #expect(format.text(for: interval) == text)
    }

    @Test(arguments: [NumberFormat.integer, .fixed(2), .percent(1), .points(1), .duration, .bytes, .significant(3)])
    func writesWhatIsNoNumber(format: NumberFormat) {
        #expect(format.text(for: .nan) == "–")
        #expect(format.text(for: .infinity) == "∞")
        #expect(format.text(for: -.infinity) == "−∞")
        #expect(!format.text(for: 1e300).isEmpty)
        #expect(!format.text(for: -1e300).isEmpty)
    }
}
