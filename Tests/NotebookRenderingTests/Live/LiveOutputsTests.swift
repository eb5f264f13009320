import NotebookCore
import NotebookEngine
import Testing

@testable import NotebookRendering

struct LiveOutputsTests {
    @Test func figuresHaveTheirTitlesAndNoNumbersYet() async throws {
        let run = try await SamplePage.run("```stub first\nkind: everything\n```\n").cells[0]
        let html = LiveOutputs(run.result?.outputs ?? [], of: run.cell).html
        #expect(html.contains("<svg") && html.contains("<table") && html.contains("<figcaption>"))
        #expect(!html.contains("Figure") && !html.contains("<strong>") && !html.contains("<img"))
        // Beside those of the page's own figures, which may still be there.
        let anchors = html.matches(of: /\sid="([^"]*)"/).map { String($0.1) }
        #expect(Set(anchors).count == anchors.count)
        #expect(anchors.allSatisfy { $0.hasPrefix("live-first-") })
    }

    @Test func aCellThatWaitsIsMarkedAndShowsItsSource() async throws {
        let run = try await SamplePage.run("The accuracy: `= first.accuracy`.\n\n```stub first\nkind: chart\n```\n")
        let waiting = CellRun(
            cell: run.cells[0].cell, status: .waiting, result: nil, failure: nil, seconds: 0, substituteFor: nil)
        let page = PageRenderer(
            run: Run(notebook: run.notebook, cells: [waiting], environment: run.environment), baseDirectory: nil)
        let html = page.html().html
        #expect(html.contains(#"<div class=cell id=cell-first data-state=waiting>"#))
        #expect(html.contains("kind: chart") && !html.contains("<svg") && !html.contains("<div class=\"failure"))
        #expect(html.contains("stub `first` has not ended yet"))
    }

    @Test func scriptsOfTheLivePageMayStandOnAPage() async throws {
        let run = try await SamplePage.run("text")
        let scripts = [PageScript.version("a-1"), .live]
        let html = PageRenderer(run: run, baseDirectory: nil).drawn().html(adding: scripts).html
        #expect(html.contains("<script>const notebookVersion = \"a-1\";</script>"))
        #expect(html.contains("connect-src 'self'; base-uri"))
    }
}
