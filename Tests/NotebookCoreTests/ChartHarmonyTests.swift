import NotebookCore
import Testing

/// Charts of one page go with each other: colors follow what a series is of, scales that are shared are the same.
struct ChartHarmonyTests {
    private func lines(_ subjects: [String?]) -> Chart {
        Chart(
            title: "", alternativeText: "",
            kind: .line(
                LineChart(
                    x: Axis("x", format: .integer), y: Axis("y", format: .integer),
                    series: subjects.map { LineChart.Series("", [], of: $0) })))
    }

    private func bars(_ limits: ClosedRange<Double>, scale: String?) -> Chart {
        Chart(
            title: "", alternativeText: "",
            kind: .bar(
                BarChart(
                    categoryTitle: "", categories: [],
                    value: Axis("y", format: .integer, limits: limits, scale: scale), series: [])))
    }

    private func colors(_ chart: Chart) -> [Int?] {
        if case .line(let line) = chart.kind { line.series.map(\.color) } else { [] }
    }

    private func limits(_ chart: Chart) -> ClosedRange<Double>? {
        if case .bar(let bars) = chart.kind { bars.value.limits } else { nil }
    }

    @Test func aSubjectHasOneColorInAllCharts() {
        let charts = [lines(["a", "a"]), lines(["b", "a", nil]), lines(["c", "b"])]
        let harmony = ChartHarmony(charts)
        #expect(charts.map { colors(harmony.applied(to: $0)) } == [[0, 0], [1, 0, nil], [2, 1]])
    }

    @Test func axesOfOneScaleHaveTheSameLimits() {
        let charts = [bars(0.9...1, scale: "s"), bars(0.8...0.95, scale: "s"), bars(0...9, scale: nil)]
        let harmony = ChartHarmony(charts)
        #expect(charts.map { limits(harmony.applied(to: $0)) } == [0.8...1, 0.8...1, 0...9])
    }
}
