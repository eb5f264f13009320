import Snapshots
import Testing

@testable import NotebookRendering

struct ProseRendererTests {
    private func main(_ text: String) async throws -> String {
        try SamplePage.content(of: "main", in: try await SamplePage.html(text))
    }

    @Test func everyKindOfMarkdownIsRenderedAsRecorded() async throws {
        let text = """
            Text with *emphasis*, **strong**, ~~struck~~, `code`, a [link](https://example.org "Title"),\\
            a break, https://example.org, and two notes[^n].[^n]

            ## A heading {not an attribute}

            > A quote with <b>raw HTML</b>.

            3. loose

            4. list
               - [x] done
               - [ ] open

            | a | b | c |
            |---|:-:|--:|
            | 1 | 2 | 3 |

            ***

            ```swift
            let a = 1 < 2
            ```

            <div>raw &amp; block</div>

            [^n]: The note.
            """
        #expect(Snapshot("markdown.html").difference(from: try await main(text) + "\n") == nil)
    }

    @Test func boxesOfLooseTasksStandOnTheLineOfTheirWords() async throws {
        let html = try await main("- [x] one\n\n- [ ] two")
        #expect(html.contains(#"<p><span class="checkbox done" role=img aria-label=Done:></span>one"#))
    }

    @Test func linksThatAPageMustNotFollowAreText() async throws {
        let html = try await main("[a](javascript:alert(1)) [b](data:text/html,x) <vbscript:x>")
        #expect(!html.contains("<a "))
        #expect(html.contains("<p>a b vbscript:x"))
    }

    @Test func refusedAndDeadLinksAreWarnedOf() async throws {
        let page = try await SamplePage.render(
            "## Results\n\n[a](javascript:x) [b](#result) [c](#results) [d](#cell-x)")
        #expect(
            page.warnings.map(\.summary) == [
                "a page does not follow `javascript:` links", "no heading, figure or table has the anchor `#result`",
                "no heading, figure or table has the anchor `#cell-x`",
            ])
        #expect(page.warnings[1].remedy == "Did you mean `#results`?")
        #expect(page.warnings[1].location?.line == 3)
    }

    @Test func emptyLinksShowTheNumberOfWhatTheyLeadTo() async throws {
        let html = try await main(
            "[](#fig-b), [Table](#tbl-a), [mine](#fig-b)\n\n```stub a\nkind: everything\n```\n\n```stub b\nkind: chart\n```"
        )
        #expect(
            html.contains(
                "<a href=#fig-b>Figure\u{A0}4</a>, <a href=#tbl-a>Table\u{A0}1</a>, <a href=#fig-b>mine</a>"
            ))
    }

    @Test func valuesAreMarkedWithTheirExpression() async throws {
        let html = try await main("`= percent(a.accuracy, 2)` `= duration(a.seconds)` `= 1`x `plain`\n\n```stub a\n```")
        #expect(
            html.contains(
                ##"<a class=value href=#cell-a title="percent(a.accuracy, 2)" data-value="a.accuracy = 0.9908: 9,908 of 10,000;"##
            ))
        #expect(html.contains("99.08\u{202F}%</a>"))
        #expect(
            html.contains(
                ##"<a class="value measurement" href=#cell-a title="measured: duration(a.seconds)" data-value="a.seconds ="##
            ))
        #expect(html.contains("<code>plain</code>"))
    }

    @Test func valuesOfCellsThatFailedAreDashesWithTheReason() async throws {
        let html = try await main("`= a.accuracy`\n\n```stub a\nkind: failing\n```")
        let reason = "not available: stub `a` failed"
        #expect(html.contains(#"<span class=unavailable title="\#(reason)">–"#))
        #expect(html.contains(#"<span class=spoken> (\#(reason))</span>"#))
    }
}
