import NotebookCore
import Testing

@testable import Charts

struct ChartDataTests {
    @Test func linesShareARowForEachX() throws {
        let table = ChartData(SampleCharts.line).table
        #expect(table.columns.map(\.title) == ["Epoch", "training", "validation", "95\u{202F}% interval"])
        #expect(table.rows.count == 3)
        #expect(
            table.rows[0] == [
                .number(1, .integer), .number(0.4, .fixed(3)), .number(0.3, .fixed(3)), .text("0.250 to 0.350"),
            ])
        #expect(table.rows[2][3] == .missing)
    }

    @Test func histogramsHaveCountsAndSharesOfTheirSeries() {
        let table = ChartData(SampleCharts.histogram).table
        #expect(table.columns.map(\.title) == ["Confidence from", "to", "right", "share", "wrong", "share"])
        #expect(
            table.rows[1][2...] == [
                .number(9890, .integer), .number(0.998989898989899, .percent(1)), .number(40, .integer),
                .number(0.4, .percent(1)),
            ])
    }

    @Test func heatMapsNameRowsAndColumns() {
        let table = ChartData(SampleCharts.confusion).table
        #expect(table.columns.map(\.title) == ["True digit \\ Read as", "3", "5"])
        #expect(
            table.rows == [
                [.text("3"), .number(997, .integer), .number(3, .integer)],
                [.text("5"), .number(1, .integer), .number(91, .integer)],
            ])
    }

    @Test(arguments: SampleCharts.all + DegenerateCharts.all)
    func rowsAreAsWideAsTheColumnsAndNotTooMany(chart: Chart) {
        let data = ChartData(chart)
        #expect(data.table.rows.allSatisfy { $0.count == data.table.columns.count })
        #expect(data.table.rows.count <= ChartData.rowLimit)
        #expect(data.table.title == chart.title)
    }

    @Test func longChartsSayHowManyRowsAreLeftOut() throws {
        let points = (0..<1000).map { LineChart.Point(x: Double($0), y: 0) }
        let axis = Axis("", format: .integer)
        let chart = Chart(
            title: "", alternativeText: "", kind: .line(LineChart(x: axis, y: axis, series: [.init("", points)])))
        #expect(ChartData(chart).omittedRowCount == 800)
    }
}
