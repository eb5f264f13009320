import MarkdownSyntax
import Testing

@Suite struct PlainTextTests {
    @Test(arguments: [
        ("# a *b **c*** ~~d~~ `e`", "a b c d e"),
        ("# [a `b`](c) ![d *e*](f)", "a b d e"),
        ("# a &amp; \\* <b>c</b>", "a & * <b>c</b>"),
        ("a\nb\\\nc\n===", "a b c"),
        ("# a[^n]\n\n[^n]: x", "a"),
        ("#", ""),
    ])
    func leavesTheMarksOut(text: String, expected: String) throws {
        guard case .heading(_, let inlines)? = try MarkdownDocument(parsing: text).blocks.first?.content else {
            Issue.record("no heading")
            return
        }
        #expect(inlines.plainText == expected)
    }
}
