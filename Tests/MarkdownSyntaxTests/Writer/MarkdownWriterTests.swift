import MarkdownSyntax
import Testing

struct MarkdownWriterTests {
    private func written(_ text: String) throws -> String {
        let document = try MarkdownDocument(parsing: text)
        return MarkdownWriter(footnotes: document.footnotes).text(of: document)
    }

    @Test(arguments: [
        "# A *b* `c`\n\nText with **strong _em_** and ~~del~~, a\nsoft and a\\\nhard break.",
        "Heading\n===\n\n###### deep #\\#\n\n####",
        "- a\n- b\n  - c\n  - d\n\n1. one\n2. two\n\n- other\n\n+ list\n\n7) seven",
        "- loose\n\n- items\n\n  with two paragraphs\n\n      code\n",
        "- [x] done\n- [ ] to do\n-\n- > quoted",
        "> a\n>\n> - b\n>   c\n>\n> > d",
        "| a | b \\| c |\n|:--|--:|:-:\n| `x \\| y` | **z** |\n| 1 |",
        "| a | `b` | c |\n|:--|--:|:-:|\n| `x \\| y` | **z** | $5 |",
        "```swift x\nlet a = 1\n\n```\n\n~~~ a`b\n```\n~~~\n\n    indented\n      code\n\n````\n```\n````",
        "A [link](https://example.org \"with a \\\"title\\\"\"), <https://example.org/a?b=1>, [](#fig-a), [ref][r].\n\n[r]: <a (b) c.md>",
        "![An image](plots/a.png \"Title\") and www.example.org and a@example.org",
        "Text[^a] with notes.[^b]\n\n[^a]: One.\n[^b]: Two\n\n    paragraphs.",
        "<div>\nraw\n</div>\n\nwith <b>inline</b> html",
        "a * b \\* c \\_ d \\# e \\> f \\` g \\\\ h \\[i\\] \\<j\\> &amp;lt; &copy; \\~\\~k\\~\\~ \\| snake_case 1\\. \\$x\\$",
        "1986\\. A great year\n\\- no list\n\\+ none\n\\# none\n\\> none\n\\===\n\\---\n3\\) no",
        "``a ` b`` and `` ` `` and ` a ` and ```` x``y```z ````",
        "***both*** and *__x__ y* and **a *b***",
        "Text\n***\nmore\n\n***\n\nend",
        "a\n\\:-:\nb",
        "",
    ])
    func readsAsTheSameTree(text: String) throws {
        #expect(try outline(written(text)) == outline(text))
    }

    @Test(arguments: ["# T\n\na *b* c\n", "- a\n- b\n", "| a |\n| :--- |\n| b |\n", "```sh\nls\n```\n"])
    func leavesWhatIsWrittenSimplyAsItIs(text: String) throws {
        #expect(try written(text) == text)
    }

    @Test func writesWhatStandsForAnInline() throws {
        let document = try MarkdownDocument(parsing: "It reads `= a` of *`= b`* and `c`.")
        let writer = MarkdownWriter { inline in
            guard case .code(let code) = inline, code.literal.hasPrefix("= ") else { return nil }
            return [.text(code.literal == "= a" ? "99.1 % | *" : "5.")]
        }
        #expect(writer.text(of: document) == "It reads 99.1 % \\| \\* of *5.* and `c`.\n")
    }

    @Test func valueAtTheStartOfALineBeginsNoList() throws {
        let document = try MarkdownDocument(parsing: "`= a`. That is all.")
        let writer = MarkdownWriter { if case .code = $0 { [.text("5")] } else { nil } }
        #expect(writer.text(of: document) == "5\\. That is all.\n")
    }

    @Test func showsHTMLAsText() throws {
        let document = try MarkdownDocument(parsing: "<script>\nalert(1)\n</script>\n\nwith <b>tags</b>")
        let text = MarkdownWriter(showsHTMLAsText: true).text(of: document)
        #expect(text == "```html\n<script>\nalert(1)\n</script>\n```\n\nwith \\<b>tags\\</b>\n")
    }
}
