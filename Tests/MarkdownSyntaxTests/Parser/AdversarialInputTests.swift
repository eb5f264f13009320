import MarkdownSyntax
import Testing

@Suite struct AdversarialInputTests {
    @Test(arguments: [
        ("[a](javascript:alert%281%29)", "p(<link javascript:alert%281%29  a>)"),
        ("[a](<JaVaScRiPt:alert(1)>)", "p(<link JaVaScRiPt:alert(1)  a>)"),
        ("![a](data:image/svg+xml;base64,AAAA)", "p(<image data:image/svg+xml;base64,AAAA  a>)"),
        ("![a](https://tracker.example/p.png)", "p(<image https://tracker.example/p.png  a>)"),
        ("![a](../../etc/passwd)", "p(<image ../../etc/passwd  a>)"),
        ("[a](&#106;avascript:x)", "p(<link javascript:x  a>)"),
        ("<script>alert(1)</script>", "html(\"<script>alert(1)</script>\\n\")"),
        ("a <img src=x onerror=alert(1)>", "p(a <html <img src=x onerror=alert(1)>>)"),
        ("<title>a</title>", "html(\"<title>a</title>\\n\")"),
        ("[a](x \"\\\"><b>\")", "p(<link x \"><b> a>)"),
        ("# <b>", "h1(<html <b>>)"),
        ("&lt;b&gt; &#0; &#x110000;", "p(<b> \u{FFFD} \u{FFFD})"),
        ("\u{202E}abc", "p(\u{202E}abc)"),
    ])
    func keepsWhatIsDangerousAsData(text: String, expected: String) throws {
        #expect(try outline(text) == expected)
    }

    @Test(arguments: [
        String(repeating: ">", count: 10_000) + "a",
        String(repeating: "- ", count: 10_000) + "a",
        String(repeating: "1. ", count: 10_000) + "a",
        String(repeating: "*", count: 10_000) + "a" + String(repeating: "*", count: 10_000),
        String(repeating: "![", count: 10_000) + "a" + String(repeating: "](b)", count: 10_000),
        String(repeating: "~~a ", count: 10_000) + String(repeating: "b~~ ", count: 10_000),
    ])
    func refusesDeepNesting(text: String) throws {
        #expect(throws: MarkdownError.nestedTooDeeply(line: 3, limit: 100)) {
            try MarkdownDocument(parsing: "ok\n\n" + text)
        }
    }

    @Test(arguments: [
        String(repeating: "[", count: 50_000),
        String(repeating: "*a ", count: 20_000),
        String(repeating: "a_", count: 20_000),
        String(repeating: "<", count: 50_000),
        String(repeating: "<!--", count: 20_000),
        String(repeating: "a@", count: 5_000),
        String(repeating: "www.", count: 20_000),
        String(repeating: "`a``", count: 10_000),
        String(repeating: "[^a]", count: 10_000),
        String(repeating: "|", count: 10_000) + "\n" + String(repeating: "|-", count: 10_000),
        String(repeating: "&", count: 50_000),
    ])
    func readsLongRunsOfMarks(text: String) throws {
        #expect(try MarkdownDocument(parsing: text).blocks.count == 1)
    }

    @Test func readsNestingUpToTheLimit() throws {
        // A quote is one level, so are its paragraph and the paragraph's inlines.
        let quotes = MarkdownDocument.maximumDepth - 2
        #expect(throws: Never.self) { try MarkdownDocument(parsing: String(repeating: ">", count: quotes) + "a") }
        #expect(throws: MarkdownError.self) {
            try MarkdownDocument(parsing: String(repeating: ">", count: quotes + 1) + "a")
        }
    }

    @Test func refusesWhatIsTooLarge() {
        let count = MarkdownDocument.maximumByteCount + 1
        #expect(throws: MarkdownError.tooLarge(byteCount: count, limit: count - 1)) {
            try MarkdownDocument(parsing: String(repeating: "a", count: count))
        }
    }

    @Test(arguments: [
        (
            MarkdownError.nestedTooDeeply(line: 1, limit: 100),
            "quotes, lists and emphasis lie more than 100 levels within each other; write them less deeply nested"
        ),
        (
            MarkdownError.tooLarge(byteCount: 17, limit: 16),
            "the text has 17 bytes, more than the 16 that a notebook may have; split it"
        ),
    ])
    func errorsNameCauseAndRemedy(error: MarkdownError, expected: String) {
        #expect(error.description == expected)
    }

    /// 1,000 texts: every other one of random bytes, the rest of pieces that mean something to Markdown.
    @Test(arguments: 0..<10)
    func randomBytesDoNotCrash(batch: Int) throws {
        let pieces = [
            "```", "~~~", "`", "``", "|", "|--|", "\n", "\r\n", "\r", "\n\n", "> ", "- ", "1. ", "[^a]", "[^a]: ",
            "[x] ", "](", ")", "![", "[", "*", "**", "_", "~~", "<b>", "<!--", "-->", "<div>", "www.a.b", "a@b.c",
            "    ", "\t", "\\", "&amp;", "\0", "é", "😀", "a", " ", "===", "---", "# ", "= x", "\u{FEFF}", ":",
        ].map { Array($0.utf8) }
        var random = SplitMix64(state: UInt64(batch))
        for index in 0..<100 {
            var bytes: [UInt8] = []
            for _ in 0..<Int.random(in: 0...120, using: &random) {
                if index.isMultiple(of: 2) {
                    bytes.append(UInt8.random(in: 0...255, using: &random))
                } else {
                    bytes += pieces.randomElement(using: &random) ?? []
                }
            }
            let document = try MarkdownDocument(parsing: bytes)
            let lines = SourceLines(String(decoding: bytes, as: UTF8.self))
            var last = 0
            for block in document.blocks {
                // A block never begins before the one in front of it ends, nor ends behind the file.
                #expect(block.lines.lowerBound > last, "\(bytes)")
                #expect(block.lines.upperBound < lines.numbers.upperBound, "\(bytes)")
                last = block.lines.upperBound
            }
            for code in document.inlineCode {
                #expect(lines.numbers.contains(code.position.line), "\(bytes)")
                guard let end = code.end else { continue }
                #expect(code.position < end, "\(bytes)")
            }
        }
    }

    @Test func parsesOnSeveralThreadsAtOnce() async throws {
        let text = "| a |\n|--|\n| ~~b~~ www.a.b |\n\n- [x] c[^d]\n\n[^d]: e\n"
        let expected = try outline(text)
        let outlines = try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<64 { group.addTask { try outline(text) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outlines == Array(repeating: expected, count: 64))
    }
}

/// Steele, Lea & Flood 2014: random numbers that are the same in every run.
private struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
