import Testing

@testable import NotebookRendering

struct VerdictTallyTests {
    private func tally(_ text: String) async throws -> String {
        try SamplePage.content(of: "div", #"class=tally"#, in: try await SamplePage.html(text))
    }

    @Test func countsTheVerdictsOfAllTables() async throws {
        let tally = try await tally("```stub a\nkind: table\n```\n\n```stub b\nkind: table\n```")
        #expect(tally.contains("<strong>4 claims</strong>"))
        #expect(tally.contains(#"<b class=reproduced>2 reproduced</b>"#))
        #expect(tally.contains(#"<b>2 not tested</b>"#))
    }

    @Test func partsOfTheBarFollowEachOther() async throws {
        let tally = try await tally("```stub a\nkind: table\n```")
        #expect(tally.contains(#"<rect class="reproduced" x="0%" width="50%" height="8"/>"#))
        #expect(tally.contains(#"<rect class="not-tested" x="50%" width="50%" height="8"/>"#))
    }

    @Test func isLeftOutWithoutClaims() async throws {
        #expect(try await !SamplePage.html("```stub a\nkind: chart\n```").contains("class=tally"))
    }
}
