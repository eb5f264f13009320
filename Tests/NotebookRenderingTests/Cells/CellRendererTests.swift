import Foundation
import NotebookCore
import Snapshots
import Testing

@testable import NotebookRendering

struct CellRendererTests {
    private func main(_ text: String) async throws -> String {
        try SamplePage.content(of: "main", in: try await SamplePage.html(text))
    }

    @Test(arguments: ["table", "images", "answers"])
    func outputsAreRenderedAsRecorded(kind: String) async throws {
        let html = try await main("```stub a\nkind: \(kind)\n```")
        #expect(Snapshot("\(kind).html").difference(from: html + "\n") == nil)
    }

    @Test func outputsAreNumberedByKind() async throws {
        let html = try await main("```stub a\nkind: everything\n```\n\n```stub b\nkind: everything\n```")
        let names = html.matches(of: /<b>([^<]*)\.<\/b>/).map {
            $0.1.replacing("\u{A0}", with: " ")
        }
        #expect(
            names == ["Table 1", "Figure 1", "Figure 2", "Figure 3", "Table 2", "Figure 4", "Figure 5", "Figure 6"])
        for anchor in ["tbl-a", "fig-a", "fig-a-2", "fig-a-3", "tbl-b", "fig-b"] {
            #expect(html.matches(of: try Regex(" id=\(anchor)[ >]")).count == 1)
        }
    }

    @Test func captionAndDescriptionOfTheAuthorTakeThePlaceOfTheFirst() async throws {
        let html = try await main("```stub a\nkind: everything\ncaption: Mine & yours\nalt: In my words\n```")
        #expect(html.ranges(of: "</b> Mine &amp; yours</figcaption>").count == 1)
        #expect(html.contains("</b> Loss by epoch<") && html.contains("</b> Loss again<"))
        #expect(html.ranges(of: "In my words</desc>").count == 1)
        #expect(html.ranges(of: "It falls.</desc>").count == 1)
    }

    @Test func everyChartHasItsNumbersBehindIt() async throws {
        let html = try await main("```stub a\nkind: chart\n```")
        let data = try SamplePage.content(of: "details", #"class=data"#, in: html)
        #expect(data.contains("<summary>Data of Figure\u{A0}1</summary>"))
        #expect(data.ranges(of: "<tr>").count == 3)
    }

    @Test func aTableWithTheNumbersOfAChartStandsForThem() async throws {
        let html = try await main("```stub a\nkind: curve\n```")
        #expect(html.ranges(of: "<table").count == 1)
        let data = try SamplePage.content(of: "details", #"class="data table""#, in: html)
        #expect(data.contains("<summary><b>Table\u{A0}1.</b> Epochs</summary>\n"))
        #expect(
            data.contains("<table class=\"numbers trailing-1\" id=tbl-a aria-label=\"Table\u{A0}1. Epochs\">"))
        #expect(data.ranges(of: "<tr>").count == 3)
    }

    @Test func readersWithoutScriptsSeeAllProbabilities() async throws {
        let data = try SamplePage.content(
            of: "details", #"class=data"#, in: try await main("```stub a\nkind: answers\n```"))
        #expect(data.contains("P(1)"))
        #expect(data.contains(">100.0\u{202F}%"))
        #expect(data.ranges(of: "<tr>").count == 3)
    }

    @Test func cellsOfAHeatMapLeadToTheImagesBehindThem() async throws {
        let html = try await main("```stub a\nkind: confusion\n```")
        #expect(html.ranges(of: ##"<a class="spot" href="#fig-a.1-0">"##).count == 1)
        #expect(html.ranges(of: "<a class=\"spot\"").count == 1)
        let gallery = try SamplePage.content(of: "details", #"class="data galleries""#, in: html)
        #expect(gallery.contains("<div class=gallery id=fig-a.1-0>\n<p>1 read as 0, 1 image\n"))
        #expect(gallery.ranges(of: "<use ").count == 1)
    }

    @Test(arguments: [
        ("", "<details class=source>"), ("fold: no", "<details class=source open>"),
    ])
    func sourceIsFoldedUnlessTheAuthorUnfoldsIt(option: String, expected: String) async throws {
        let html = try await main("```stub a\nkind: chart\n\(option)\n```")
        #expect(html.contains(expected))
        #expect(html.contains("<code>```stub a\nkind: chart\n"))
    }

    @Test func sourceIsLeftOutWhereTheAuthorSaysSo() async throws {
        #expect(try await !main("```stub a\necho: no\n```").contains("class=source"))
    }

    @Test func outputsAreLeftOutAndNotCountedWhereTheAuthorSaysSo() async throws {
        let html = try await main("```stub a\nkind: table\noutput: no\n```\n\n```stub b\nkind: table\n```")
        #expect(html.contains("id=cell-a") && !html.contains("id=tbl-a"))
        #expect(html.contains("<b>Table\u{A0}1.</b>"))
    }

    @Test func claimsTellByWhatTheyWereMeasured() async throws {
        let html = try await main(
            """
            ```stub a
            ```

            ```claims
            claims:
              - claim: Accuracy
                measured: a.accuracy
              - claim: In points
                measured: points(a.accuracy - a.accuracy)
              - claim: A bar
                reason: no labels
            ```
            """)
        #expect(html.contains("<td title=\"a.accuracy = 9,908 of 10,000\">"))
        #expect(html.contains("<td title=\"points(a.accuracy - a.accuracy)\">"))
        #expect(html.contains("<td class=text>no labels"))
    }

    @Test(arguments: [("70%", "w70"), ("50%", "\"w50 narrow\""), ("33%", "\"w35 narrow\""), ("10%", "\"w10 narrow\"")])
    func widthIsAClass(width: String, expected: String) async throws {
        #expect(
            try await main("```stub a\nkind: chart\nwidth: \(width)\n```").contains("<figure class=\(expected)"))
    }

    @Test func failuresSayWhatWhereAndWhatToDo() async throws {
        let html = try await main("text\n\n```stub bad\nkind: failing\n```")
        let box = try SamplePage.content(of: "div", #"class="failure failed""#, in: html)
        #expect(box.contains("the loss of <code>bad</code> is &lt;not&gt; finite"))
        #expect(box.contains("Lower <code>rate</code>."))
        #expect(box.contains("notebooks/sample.md, line 3"))
        #expect(box.contains("3 │ ```stub bad\n4 │ kind: failing\n5 │ ```"))
    }

    @Test func skippedCellsLeadToTheOneThatFailed() async throws {
        let html = try await main(
            "```stub bad\nkind: failing\n```\n\n```stub b\nneeds: bad\n```\n\n```stub c\nneeds: b\n```")
        let link =
            ##"<strong>This cell was skipped</strong>, because <a href=#cell-bad>stub <code>bad</code></a> failed."##
        #expect(html.ranges(of: link).count == 2)
    }

    @Test func expectationsThatDoNotHoldStandBesideTheirCell() async throws {
        let html = try await main("```stub a\nkind: unmet\n```")
        #expect(html.contains("<strong>Expectation not met: </strong>Test accuracy: expected &gt;= 98%, measured 97%"))
    }

    @Test func hostileOutputsAreText() async throws {
        let html = try await main("```stub a\nkind: hostile\ncaption: \"<script>alert(1)</script>\"\n```")
        for mention in ["<script", "</style", "<img src=x", "</title></style>"] { #expect(!html.contains(mention)) }
        #expect(html.contains("שלום"))
    }
}
