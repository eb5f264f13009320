import Testing

@testable import NotebookRendering

struct ContentsListTests {
    private let text =
        "## One\n\n### Part `= a.accuracy` of [it](https://example.org)\n\n#### Deep\n\n## Two\n\n```stub a\n```"

    @Test func listsTwoLevelsOfHeadingsWithTheirValues() async throws {
        let nav = try SamplePage.content(of: "nav", in: try await SamplePage.html(text))
        #expect(nav.contains(##"<a href=#one>One</a>"##))
        #expect(nav.ranges(of: ##"<a href=#two>Two</a>"##).count == 1)
        #expect(!nav.contains("Deep"))
        #expect(nav.contains("99.08\u{202F}%"))
        #expect(!nav.contains("example.org"))
    }

    @Test func isLeftOutWhereTheFrontMatterSaysSo() async throws {
        #expect(try await !SamplePage.html("---\ntoc: false\n---\n\n" + text).contains("<nav"))
    }

    @Test func isLeftOutWithFewHeadings() async throws {
        #expect(try await !SamplePage.html("## Only one\n\ntext").contains("<nav"))
    }
}
