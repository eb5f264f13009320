import MarkdownSyntax
import Testing

@Suite struct SluggerTests {
    @Test(arguments: [
        ("Results", "results"),
        ("What has been measured", "what-has-been-measured"),
        ("Loss & accuracy, by epoch!", "loss--accuracy-by-epoch"),
        ("5. The `train` cell", "5-the-train-cell"),
        ("snake_case kebab-case", "snake_case-kebab-case"),
        ("Größe und Ätzung", "größe-und-ätzung"),
        ("数字识别", "数字识别"),
        ("हिन्दी", "हिन्दी"),
        ("<b>\"quoted\"</b> & 'more'", "bquotedb--more"),
        ("😀", "section"),
        ("", "section"),
        (" - ", "section"),
        ("a\tb\u{0}", "ab"),
    ])
    func makesAnchorsAsGitHubDoes(text: String, expected: String) {
        var slugger = Slugger()
        #expect(slugger.slug(for: text) == expected)
    }

    @Test func givesEachAnchorOnce() {
        var slugger = Slugger(reserved: ["toc"])
        let slugs = ["a", "A", "a-1", "a", "toc", "😀", "!"].map { slugger.slug(for: $0) }
        #expect(slugs == ["a", "a-1", "a-1-1", "a-2", "toc-1", "section", "section-1"])
    }
}
