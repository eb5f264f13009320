import NotebookCore
import Testing

struct NumberFormatTests {
    @Test(arguments: [
        (NumberFormat.integer, 390_858, "390,858"), (.integer, -1234.4, "−1,234"), (.integer, 0, "0"),
        (.fixed(2), 0.005, "0.01"), (.fixed(2), -0.001, "0.00"), (.fixed(0), 2.5, "2"),
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

    @Test(arguments: [NumberFormat.integer, .fixed(2), .percent(1), .points(1), .duration, .bytes, .significant(3)])
    func writesWhatIsNoNumber(format: NumberFormat) {
        #expect(format.text(for: .nan) == "–")
        #expect(format.text(for: .infinity) == "∞")
        #expect(format.text(for: -.infinity) == "−∞")
        #expect(!format.text(for: 1e300).isEmpty)
        #expect(!format.text(for: -1e300).isEmpty)
    }
}
