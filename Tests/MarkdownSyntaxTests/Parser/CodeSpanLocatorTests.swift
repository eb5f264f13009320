import MarkdownSyntax
import Testing

@Suite struct CodeSpanLocatorTests {
    /// Marks each inline code of a text as `line:column literal-column end-line:end-column`.
    private func places(in text: String) throws -> [String] {
        try MarkdownDocument(parsing: text).inlineCode.map { code in
            let end = code.end.map { "\($0.line):\($0.column)" } ?? "?"
            return "\(code.position.line):\(code.position.column) \(code.literalPosition.column) \(end)"
        }
    }

    @Test(arguments: [
        ("a `b` c", ["1:3 4 1:6"]),
        ("`a` `a`\n`a`", ["1:1 2 1:4", "1:5 6 1:8", "2:1 2 2:4"]),
        ("größe `b`", ["1:7 8 1:10"]),
        ("`` a`b ``", ["1:1 4 1:10"]),
        ("\\`a\\` `b`", ["1:7 8 1:10"]),
        ("\\``a`", ["1:3 4 1:6"]),
        ("`a\\` b `c`", ["1:1 2 1:5", "1:8 9 1:11"]),
        ("x `a\nb` y", ["1:3 4 2:3"]),
        ("# `h`\n\n`u`\n===", ["1:3 4 1:6", "3:1 2 3:4"]),
        ("text\n  indented `= x` more", ["2:12 13 2:17"]),
        ("> q `a`\n> r `b`\nlazy `c`", ["1:5 6 1:8", "2:5 6 2:8", "3:6 7 3:9"]),
        ("> a `b\n> c` d", ["1:5 6 2:5"]),
        ("- a\n\n  b `c`\n- `d`\n  - `e`", ["3:5 6 3:8", "4:3 4 4:6", "5:5 6 5:8"]),
        ("| `a` | b |\n|--|--|\n| `x \\| y` | `a` |", ["1:3 4 1:6", "3:3 4 3:11", "3:14 15 3:17"]),
        ("para `p`\n| `a` |\n|--|\n| `a` |", ["1:6 7 1:9", "2:3 4 2:6", "4:3 4 4:6"]),
        ("*`a`* [`b`](c) ![`d`](e)", ["1:2 3 1:5", "1:8 9 1:11", "1:18 19 1:21"]),
        ("`unclosed and ``a``", ["1:15 17 1:20"]),
        ("a[^n] `b`\n\n[^n]: c `d`", ["1:7 8 1:10", "3:9 10 3:12"]),
        ("[^n]: c `d`\n\na[^n] `b`", ["3:7 8 3:10", "1:9 10 1:12"]),
    ])
    func findsInlineCodeInTheFile(text: String, expected: [String]) throws {
        #expect(try places(in: text) == expected)
    }

    @Test func codeBlocksOfAListDoNotMisleadIt() throws {
        #expect(try places(in: "- a\n\n      `x`\n\n  `x`") == ["5:3 4 5:6"])
    }

    @Test func manyCodesOfOneParagraphAreAllFound() throws {
        let text = (1...500).map { "`= v\($0)`" }.joined(separator: "\n")
        let codes = try MarkdownDocument(parsing: text).inlineCode
        #expect(codes.map(\.position.line) == Array(1...500))
    }

    @Test func runsOfManyLengthsEndInReasonableTime() throws {
        // Every run is of another length, so that none closes another.
        let text = (1...800).map { String(repeating: "`", count: $0) }.joined(separator: " ") + " x `last`"
        #expect(try MarkdownDocument(parsing: text).inlineCode.count == 1)
    }
}
