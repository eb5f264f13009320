import MarkdownSyntax
import Testing

@Suite struct SourceLinesTests {
    @Test(arguments: [
        ("", []),
        ("a", ["a"]),
        ("a\n", ["a"]),
        ("a\n\n", ["a", ""]),
        ("\n", [""]),
        ("a\r\nb\rc\nd", ["a", "b", "c", "d"]),
        ("a\n\rb", ["a", "", "b"]),
        ("a\r", ["a"]),
        ("a\r\r\nb", ["a", "", "b"]),
        ("\u{FEFF}a\u{FEFF}", ["a\u{FEFF}"]),
        ("\u{FEFF}", []),
        ("a\0b", ["a\u{FFFD}b"]),
        ("a\u{2028}b\u{0B}c", ["a\u{2028}b\u{0B}c"]),
        ("e\u{301}\r\n\u{301}x", ["e\u{301}", "\u{301}x"]),
    ])
    func splitsAsCommonMarkDoes(text: String, expected: [String]) {
        let lines = SourceLines(text)
        #expect(lines.numbers.map { String(lines[$0]) } == expected)
    }

    @Test func numbersLinesFromTheFirst() {
        let lines = SourceLines("a\nb", firstNumber: 5)
        #expect(lines.numbers == 5..<7)
        #expect(lines[6] == "b")
    }

    @Test(arguments: [-1, 0, 4, 7, Int.max])
    func linesThatDoNotExistAreEmpty(number: Int) {
        #expect(SourceLines("a\nb", firstNumber: 5)[number].isEmpty)
    }
}
