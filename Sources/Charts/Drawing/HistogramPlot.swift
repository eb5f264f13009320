import Markup
import NotebookCore

/// Draws a panel for each series, one below the other on a common x axis, with the shares of that series alone.
///
/// Series may differ in size by orders of magnitude, as right and wrong answers do, so that each panel has its own
/// scale; the number of observations stands in its heading.
struct HistogramPlot {
    /// Bins beyond this number are merged with their neighbours.
    static let binLimit = 200
    private static let headingHeight = 26.0
    private static let panelGap = 12.0

    private let chart: Histogram
    private let x: AxisScale
    private let panels: [Panel]

    /// Observations between two edges, and their share of the series.
    private struct Bin {
        var edges: ClosedRange<Double>
        /// Where it begins on the x axis, 0…1.
        var start: Double
        var end: Double
        var count: Double
        var share: Double
    }

    private struct Panel {
        var series: Int
        var heading: String
        var bins: [Bin]
        var y: AxisScale
    }

    init(_ chart: Histogram) {
        self.chart = chart
        let edges = chart.edges.filter(AxisScale.isDrawable)
        let x = AxisScale(showing: edges, on: chart.x, tickCount: 8, endsAtTicks: false)
        self.x = x
        panels = chart.series.indices.map { Self.panel($0, of: chart, on: x) }
    }

    private static func panel(_ index: Int, of chart: Histogram, on x: AxisScale) -> Panel {
        let series = chart.series[index]
        let total = series.counts.reduce(0.0) { $0 + Double(max($1, 0)) }
        let count = max(min(series.counts.count, chart.edges.count - 1), 0)
        let stride = max(1, (count + binLimit - 1) / binLimit)
        let bins = Swift.stride(from: 0, to: count, by: stride).compactMap { bin -> Bin? in
            let next = min(bin + stride, count)
            guard total > 0, let start = x.fraction(of: chart.edges[bin]), let end = x.fraction(of: chart.edges[next]),
                start < end, start >= -1e-9, end <= 1 + 1e-9
            else { return nil }
            let observations = series.counts[bin..<next].reduce(0.0) { $0 + Double(max($1, 0)) }
            return Bin(
                edges: chart.edges[bin]...chart.edges[next], start: start, end: end, count: observations,
                share: observations / total)
        }
        let axis = Axis("Share", format: .percent(0), includesZero: true)
        let name = TextWidth.fit(series.name, in: 220)
        let size = NumberFormat.integer.text(for: total)
        return Panel(
            series: index, heading: name.isEmpty ? size : "\(name) (\(size))", bins: bins,
            y: AxisScale(
                showing: bins.map(\.share), on: axis, tickCount: chart.series.count > 1 ? 3 : 5, endsAtTicks: true))
    }

    var plot: Plot {
        guard panels.contains(where: { !$0.bins.isEmpty }) else { return .empty }
        let panelHeight = panels.count == 1 ? 200.0 : 104
        let pitch = Self.headingHeight + panelHeight + Self.panelGap
        let bottom = pitch * Double(panels.count) - Self.panelGap
        let startMargin = AxisDrawing.startMargin(for: panels.map(\.y))
        return Plot(
            extent: .height(bottom + AxisDrawing.footHeight), startMargin: startMargin, endMargin: 20,
            content: Node.nodes {
                for (index, panel) in panels.enumerated() {
                    Element(
                        "g", .class(Palette.className(for: panel.series)),
                        .translate(x: 0, y: pitch * Double(index) + Self.headingHeight)
                    ) {
                        AxisDrawing.yAxis(panel.y, top: 0, bottom: panelHeight)
                        Element("text", .class("panel"), .x(-startMargin), .y(-12)) {
                            Element("tspan", .class("series")) { panel.heading }
                            " share in each bin"
                        }
                        for bin in panel.bins where bin.share > 0 { bar(bin, on: panel.y, height: panelHeight) }
                        Node.line("axis", fromX: 0, y: panelHeight, toX: 100, y: panelHeight)
                    }
                }
                AxisDrawing.xAxis(x, title: chart.x.titleWithUnit, y: bottom)
                spots(bottom: bottom)
            })
    }

    /// A place for each bin, across all panels.
    private func spots(bottom: Double) -> [Element] {
        guard let bins = panels.first(where: { !$0.bins.isEmpty })?.bins, bins.count <= Spot.limit else { return [] }
        return bins.map { bin in
            Spot(
                heading: "\(chart.x.titleWithUnit) \(chart.x.format.text(for: bin.edges))",
                values: panels.compactMap { panel in
                    panel.bins.first { $0.start == bin.start }.map { value in
                        let count = NumberFormat.integer.text(for: value.count)
                        let share = NumberFormat.percent(1).text(for: value.share)
                        return Spot.line(chart.series[panel.series].name, "\(count) (\(share))")
                    }
                },
                x: bin.start * 100...bin.end * 100, y: Self.headingHeight...bottom
            ).element
        }
    }

    private func bar(_ bin: Bin, on y: AxisScale, height: Double) -> Element {
        let share = min(max(y.fraction(of: bin.share) ?? 0, 0), 1)
        return Element(
            "rect", .class("bar"), .x(percent: bin.start * 100), .y(height * (1 - share)),
            .percentage("width", (bin.end - bin.start) * 100), Attribute("height", height * share))
    }
}
