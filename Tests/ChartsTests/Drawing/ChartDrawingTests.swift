import Markup
import NotebookCore
import Snapshots
import Testing

@testable import Charts

struct ChartDrawingTests {
    private func markup(_ chart: Chart) -> String { ChartDrawing(chart, id: "fig").node.markup }

    @Test(
        arguments: zip(
            SampleCharts.all, ["line", "bars", "marks", "lying-bars", "histogram", "confusion"]))
    func drawsAsRecorded(chart: Chart, name: String) {
        #expect(Snapshot("\(name).html").difference(from: markup(chart) + "\n") == nil)
    }

    @Test(arguments: SampleCharts.all)
    func isAnImageWithANameAndADescription(chart: Chart) {
        let markup = markup(chart)
        #expect(markup.contains(#"role="img" aria-labelledby="fig-title" aria-describedby="fig-description""#))
        #expect(markup.contains("<title id=\"fig-title\">\(chart.title)</title>"))
        #expect(markup.contains("<desc id=\"fig-description\">\(chart.alternativeText)</desc>"))
    }

    @Test(arguments: SampleCharts.all + DegenerateCharts.all)
    func neverHasAStyleAttributeOrANumberThatIsNone(chart: Chart) {
        let markup = markup(chart)
        #expect(!markup.contains("style="))
        for word in ["nan", "inf", "NaN"] { #expect(!markup.contains("\"\(word)") && !markup.contains(" \(word)")) }
    }

    @Test(arguments: DegenerateCharts.withoutData)
    func saysThatThereIsNothingToDraw(chart: Chart) {
        #expect(markup(chart).contains("No data to draw"))
    }

    @Test(arguments: DegenerateCharts.withData)
    func drawsWhatThereIs(chart: Chart) {
        #expect(!markup(chart).contains("No data to draw"))
        #expect(markup(chart).utf8.count < 250_000)
    }

    @Test func textOfTheNotebookIsEscapedAndCut() {
        let hostile = "</svg><script>alert(1)</script>&\"'" + String(repeating: "x", count: 5000)
        let axis = Axis(hostile, unit: hostile, format: .integer)
        let kinds: [Chart.Kind] = [
            .line(
                LineChart(
                    x: axis, y: axis,
                    series: [.init(hostile, [.init(x: 1, y: 1)]), .init(hostile, [.init(x: 2, y: 1)])],
                    marks: [.init(x: 1, label: hostile)])),
            .bar(BarChart(categoryTitle: hostile, categories: [hostile], value: axis, series: [.init(hostile, [1])])),
            .histogram(Histogram(x: axis, edges: [0, 1], series: [.init(hostile, [1])])),
            .heatMap(
                HeatMap(rowTitle: hostile, columnTitle: hostile, rows: [hostile], columns: [hostile], counts: [[1]])),
        ]
        for kind in kinds {
            let chart = Chart(title: "t", alternativeText: "a", kind: kind)
            let drawing = markup(chart)
            #expect(!drawing.contains("<script"))
            // Each place has room for some dozens of characters; a legend alone, which wraps, has names in full.
            #expect(drawing.split(separator: "<text").dropFirst().allSatisfy { $0.prefix { $0 != "<" }.count < 300 })
            #expect(drawing.split(separator: "<title>").dropFirst().allSatisfy { $0.prefix { $0 != "<" }.count < 900 })
        }
    }

    @Test func spotsTellExactValues() {
        let line = markup(SampleCharts.line)
        #expect(line.contains("<title>Epoch 1\ntraining: 0.400\nvalidation: 0.300 (0.250 to 0.350)</title>"))
        #expect(line.contains("<title>Epoch 2, best epoch\ntraining: 0.200</title>"))
        #expect(markup(SampleCharts.bars).contains("<title>Digit 0\ntraining: 9 (8 to 10)\ntest: 3</title>"))
        #expect(markup(SampleCharts.lyingBars).contains("<title>Model a convolutional network\n390,858</title>"))
        #expect(
            markup(SampleCharts.histogram).contains(
                "<title>Confidence 0\u{202F}% to 50\u{202F}%\nright: 10 (0.1\u{202F}%)\nwrong: 60 (60.0\u{202F}%)</title>"
            ))
        #expect(markup(SampleCharts.confusion).contains("<title>True digit 3 · Read as 5\n3</title>"))
    }

    @Test func unitsStandBesideTitles() {
        #expect(Axis("Shift", unit: "pixels", format: .integer).titleWithUnit == "Shift (pixels)")
        #expect(Axis("Loss (mean)", unit: "nats", format: .integer).titleWithUnit == "Loss (mean, nats)")
        #expect(Axis("Accuracy", format: .percent(1)).titleWithUnit == "Accuracy")
    }

    @Test func cellsWithImagesBehindThemAreLinks() {
        let item = ImageGrid.Item(
            image: GreyImage(width: 1, height: 1, pixels: [0]), caption: "", alternativeText: "")
        let map = HeatMap(
            rowTitle: "Row", columnTitle: "Column", rows: ["a", "b"], columns: ["a", "b"], counts: [[1, 2], [3, 4]],
            examples: [.init(row: 0, column: 1, title: "", items: [item])])
        let drawing = markup(Chart(title: "", alternativeText: "", kind: .heatMap(map)))
        #expect(drawing.ranges(of: "<a ").count == 1)
        #expect(drawing.contains(##"<a class="spot" href="#fig.0-1">"##))
        #expect(drawing.contains(#"<svg class="plot" aria-labelledby="fig-title""#))
    }

    @Test func seriesBeyondThePaletteAreDashed() {
        let series = (0..<8).map { LineChart.Series("s\($0)", [.init(x: 0, y: Double($0)), .init(x: 1, y: 0)]) }
        let axis = Axis("x", format: .integer)
        let markup = markup(
            Chart(title: "", alternativeText: "", kind: .line(LineChart(x: axis, y: axis, series: series))))
        #expect(markup.contains("k1 dashed") && markup.contains("k2 dashed") && !markup.contains("k3 dashed"))
    }

    @Test func barsBeginAtZeroOrAreMarks() {
        #expect(markup(SampleCharts.bars).contains(#"<rect class="bar""#))
        #expect(!markup(SampleCharts.marks).contains(#"class="bar""#))
        #expect(markup(SampleCharts.marks).contains(#"<circle class="mark""#))
    }
}
