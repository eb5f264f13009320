import MarkdownSyntax
import NotebookCore
import Testing

@testable import NotebookRendering

struct OutlineTests {
    private func outline(_ text: String, title: String? = nil) throws -> Outline {
        let document = try MarkdownDocument(parsing: text)
        return Outline(document, frontMatter: FrontMatter(title: title), file: "a.md", reserved: ["main"])
    }

    @Test func levelsBeginBelowTheTitleAndSkipNone() throws {
        let outline = try outline("# Title\n\n## a\n\n#### b\n\n## c")
        #expect(outline.headings.map(\.level) == [2, 3, 2])
    }

    @Test func headingsOfLevelOneMoveBelowTheTitle() throws {
        let outline = try outline("# a\n\n## b\n\n# c", title: "Title")
        #expect(outline.headings.map(\.level) == [2, 3, 2])
    }

    @Test func anchorsDifferFromEachOtherAndFromThoseOfThePage() throws {
        let outline = try outline("## Main\n\n## Same\n\n## Same")
        #expect(outline.headings.map(\.anchor) == ["main-1", "same", "same-1"])
    }

    @Test func headingsInQuotesHaveAnchorsButNoEntry() throws {
        let outline = try outline("## a\n\n> ## b")
        #expect(outline.headings.map(\.anchor) == ["a"])
        #expect(outline.anchors == ["a", "b"])
    }
}
