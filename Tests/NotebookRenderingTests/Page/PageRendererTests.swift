import Digests
import Foundation
import NotebookCore
import NotebookEngine
import Testing

@testable import NotebookRendering

struct PageRendererTests {
    private func hash(_ text: String) -> String {
        "'sha256-\(Data(SHA256.digest(of: Data(text.utf8)).bytes).base64EncodedString())'"
    }

    @Test func policyAllowsThePagesOwnStyleAndScriptAndNothingElse() async throws {
        let html = try await SamplePage.html(SamplePage.everything)
        let styles = html.matches(of: /<style[^>]*>([^<]*)<\/style>/).map { hash(String($0.1)) }.joined(separator: " ")
        let script = hash(try SamplePage.content(of: "script", in: html))
        #expect(
            html.contains(
                "content=\"default-src 'none'; img-src data:; style-src \(styles); script-src \(script); base-uri 'none'; form-action 'none'\""
            ))
        #expect(html.ranges(of: "<style").count == 2)
        #expect(html.ranges(of: "<script").count == 1)
    }

    @Test func needsNoOtherFile() async throws {
        let html = try await SamplePage.html(SamplePage.everything)
        #expect(html.hasPrefix("<!doctype html>\n<html lang=en"))
        for address in html.matches(of: /<img [^>]*src="?([^">\s]*)/) {
            #expect(address.1.hasPrefix("data:image/png;base64,"))
        }
        for link in html.matches(of: /<link [^>]*href="?([^">\s]*)/) { #expect(link.1 == "data:,") }
        for mention in [" style=", "url(", "@import", "<iframe", "<object", "<script src"] {
            #expect(!html.contains(mention), "\(mention)")
        }
    }

    @Test func additionalScriptsAreAllowedByTheirHashes() async throws {
        let run = try await SamplePage.run("text")
        let scripts = [PageScript("let a = 1 < 2"), PageScript("let b", connects: true)]
        let html = PageRenderer(run: run, baseDirectory: nil).drawn().html(adding: scripts).html
        for script in scripts {
            #expect(html.contains("<script>\(script.source)</script>"))
            #expect(html.contains(hash(script.source)))
        }
        #expect(html.contains("connect-src 'self'"))
        let alone = PageRenderer(run: run, baseDirectory: nil).drawn().html(adding: [scripts[0]]).html
        #expect(!alone.contains("connect-src"))
    }

    @Test func everyAnchorIsUniqueAndEveryLinkOnThePageLeadsToOne() async throws {
        let html = try await SamplePage.html(SamplePage.everything)
        let anchors = html.matches(of: /\sid="?([^">\s]*)/).map { String($0.1) }
        #expect(Set(anchors).count == anchors.count)
        let targets = html.matches(of: /\s(?:href="?#|aria-labelledby="?|aria-describedby="?)([^">\s]*)/).map {
            String($0.1)
        }
        #expect(Set(targets).subtracting(anchors).isEmpty)
        #expect(targets.count > 10)
    }

    @Test func isTheSameWhetherResultsWereComputedOrLoaded() async throws {
        let run = try await SamplePage.run(SamplePage.everything)
        let loaded = Run(
            notebook: run.notebook,
            cells: run.cells.map {
                CellRun(
                    cell: $0.cell, status: $0.status, result: $0.result, failure: $0.failure, seconds: $0.seconds,
                    loadSeconds: 3, isCached: true, skippedFor: $0.skippedFor, conditions: $0.conditions,
                    substituteFor: $0.substituteFor)
            }, environment: run.environment)
        let page = PageRenderer(run: run, baseDirectory: nil).html().html
        #expect(PageRenderer(run: loaded, baseDirectory: nil).html().html == page)
    }

    @Test func saysWhatItWasMadeWith() async throws {
        let foot = try SamplePage.content(of: "footer", in: try await SamplePage.html(SamplePage.everything))
        for fact in [
            "notebook 1.2.3", "a processor", "plain", "Seed", "Parameter epochs", "SHA-256 of MNIST", "440fcabf",
        ] {
            #expect(foot.contains(fact), "\(fact)")
        }
    }

    @Test(arguments: [("auto", nil), ("light", "light"), ("dark", "dark")] as [(String, String?)])
    func themeOfTheFrontMatterIsMarked(theme: String, marked: String?) async throws {
        let html = try await SamplePage.html("---\ntheme: \(theme)\n---\n\ntext")
        #expect(html.contains("<html lang=en data-theme=") == (marked != nil))
        if let marked { #expect(html.contains("data-theme=\(marked)")) }
    }

    @Test func hostileTextOfTheNotebookStaysText() async throws {
        let html = try await SamplePage.html(
            "---\ntitle: \"<script>alert(1)</script>\"\nauthor: \"<b>\"\n---\n\n<script>alert(2)</script>\n\ntext <img src=x onerror=alert(3)>"
        )
        #expect(html.ranges(of: "<script").count == 1)
        #expect(!html.contains("<img") && !html.contains("<b>"))
        #expect(html.contains("<title>&lt;script&gt;alert(1)&lt;/script&gt;</title>"))
    }
}
