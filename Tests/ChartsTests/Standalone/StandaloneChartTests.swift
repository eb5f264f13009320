import Charts
import Foundation
import NotebookCore
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

struct StandaloneChartTests {
    @Test(arguments: SampleCharts.all + DegenerateCharts.all)
    func isAWholeFile(chart: Chart) {
        let svg = StandaloneChart(chart, id: "fig").svg
        let parser = XMLParser(data: Data(svg.utf8))
        #expect(parser.parse(), "\(String(describing: parser.parserError))")
        #expect(svg.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\""))
        #expect(svg.contains("prefers-color-scheme:dark"))
        #expect(!svg.contains("<div") && !svg.contains("foreignObject"))
    }

    @Test(arguments: SampleCharts.all)
    func hasEveryColourThatItUses(chart: Chart) throws {
        let svg = StandaloneChart(chart, id: "fig").svg
        for match in svg.matches(of: /var\(--([a-z0-9-]+)/) where match.1 != "e" && match.1 != "s" && match.1 != "q" {
            #expect(svg.contains("--\(match.1):"), "--\(match.1) has no value")
        }
    }

    @Test(arguments: SampleCharts.all)
    func hasANameAndADescription(chart: Chart) {
        let svg = StandaloneChart(chart, id: "fig").svg
        #expect(svg.contains("<title id=\"fig-title\">\(chart.title)</title>"))
        #expect(svg.contains("<desc id=\"fig-description\">\(chart.alternativeText)"))
    }
}
