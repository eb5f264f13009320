import Testing

@testable import NotebookRendering

struct TitleBlockTests {
    private func heading(_ text: String) async throws -> String {
        let html = try await SamplePage.html(text)
        #expect(html.ranges(of: "<h1").count == 1)
        return try SamplePage.content(of: "h1", in: html)
    }

    @Test func titleComesFromTheFrontMatter() async throws {
        #expect(try await heading("---\ntitle: Given\n---\n\n# Another\n\ntext") == "Given")
    }

    @Test func titleThatTheTextRepeatsStandsOnce() async throws {
        let html = try await SamplePage.html("---\ntitle: Given\n---\n\n# Given\n\ntext")
        #expect(html.ranges(of: ">Given<").count == 2)  // in <title> and <h1>
    }

    @Test func firstHeadingIsTheTitleWithoutFrontMatter() async throws {
        #expect(try await heading("# On *digits*\n\ntext") == "On <em>digits</em>")
    }

    @Test func fileNameIsTheTitleWithoutAnyHeading() async throws {
        #expect(try await heading("only text") == "sample")
    }

    @Test func saysWhichDataItRestsOn() async throws {
        let html = try await SamplePage.html("```stub\ndata: MNIST\n```\n\n```stub\ndata: MNIST\n```")
        #expect(html.ranges(of: "<strong>Data: </strong>MNIST").count == 1)
        #expect(!html.contains("banner warning"))
    }

    @Test func warnsOfDataThatStandInForOthers() async throws {
        let html = try await SamplePage.html("```stub\ndata: substitute\n```")
        let banner = try SamplePage.content(of: "div", #"class="banner warning""#, in: html)
        #expect(banner.contains("These are not MNIST results."))
        #expect(banner.contains("synthetic digits, standing in for MNIST"))
    }

    @Test func listsFailuresAndUnmetExpectationsWithLinks() async throws {
        let html = try await SamplePage.html("```stub bad\nkind: failing\n```\n\n```stub low\nkind: unmet\n```")
        let banner = try SamplePage.content(of: "div", #"class="banner problem""#, in: html)
        #expect(banner.contains(##"<a href=#cell-bad>"##) && banner.contains(##"<a href=#cell-low>"##))
        #expect(banner.contains("expected &gt;= 98%"))
    }
}
