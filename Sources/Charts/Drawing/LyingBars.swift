import Markup
import NotebookCore

/// Draws bars that lie beside, or below, the names of their categories.
struct LyingBars {
    private static let barHeight = 14.0
    private static let gap = 10.0
    private static let nameHeight = 18.0
    /// Names wider than this stand above their bars.
    private static let widestNameBeside = 92.0

    private let frame: BarFrame

    init(_ frame: BarFrame) {
        self.frame = frame
    }

    private var namesStandAbove: Bool { frame.widestName > Self.widestNameBeside }
    private var barsHeight: Double { Self.barHeight * Double(frame.chart.series.count) }
    private var rowHeight: Double { barsHeight + Self.gap + (namesStandAbove ? Self.nameHeight : 0) }

    var plot: Plot {
        let height = rowHeight * Double(frame.categoryCount)
        let valueWidth = frame.bars.map { TextWidth.estimate($0.label, fontSize: 11) }.max() ?? 0
        return Plot(
            extent: .height(height + AxisDrawing.footHeight + 4),
            startMargin: max(namesStandAbove ? 8 : frame.widestName + 12, halfTick(frame.scale.ticks.first)),
            endMargin: max(valueWidth + 14, halfTick(frame.scale.ticks.last)), legend: frame.legend,
            content: Node.nodes {
                for tick in frame.scale.ticks {
                    if let fraction = frame.scale.fraction(of: tick.value) {
                        Node.line("grid", fromX: fraction * 100, y: 0, toX: fraction * 100, y: height)
                    }
                }
                for series in frame.chart.series.indices {
                    Element("g", .class(frame.className(for: series))) {
                        for bar in frame.bars where bar.series == series { drawing(of: bar) }
                    }
                }
                for (index, name) in frame.chart.categories.enumerated() { label(name, row: index) }
                if let base = frame.base {
                    Node.line("axis", fromX: base * 100, y: 0, toX: base * 100, y: height)
                }
                AxisDrawing.xAxis(frame.scale, title: frame.chart.value.titleWithUnit, y: height)
                spots
            })
    }

    /// A place for each category, as wide as the plot.
    private var spots: [Element] {
        guard frame.categoryCount <= Spot.limit else { return [] }
        return frame.chart.categories.indices.map { index in
            Spot(
                heading: frame.heading(of: index), values: frame.values(of: index), x: 0...100,
                y: rowHeight * Double(index)...rowHeight * Double(index + 1)
            ).element
        }
    }

    /// The room that a tick's label takes beside its tick.
    private func halfTick(_ tick: AxisScale.Tick?) -> Double { TextWidth.estimate(tick?.label ?? "") / 2 + 2 }

    private func label(_ name: String, row: Int) -> Element {
        let top = rowHeight * Double(row) + Self.gap / 2
        if namesStandAbove {
            return Element("text", .class("category"), .x(4), .y(top + 12)) { TextWidth.fit(name, in: 270) }
        }
        return Element(
            "text", .class("category"), .x(-8), .y(top + barsHeight / 2), .anchor(.end), .centeredOnY
        ) { name }
    }

    private func drawing(of bar: BarFrame.Bar) -> [Node] {
        let top =
            rowHeight * Double(bar.category) + Self.gap / 2 + (namesStandAbove ? Self.nameHeight : 0)
            + Self.barHeight * Double(bar.series)
        let middle = top + Self.barHeight / 2
        return Node.nodes {
            if let base = frame.base {
                Element(
                    "rect", .class("bar"), .x(percent: min(bar.end, base) * 100), .y(top),
                    .percentage("width", abs(bar.end - base) * 100), Attribute("height", Self.barHeight - 1))
            }
            if let interval = bar.interval {
                Node.line(
                    "whisker", fromX: interval.lowerBound * 100, y: middle, toX: interval.upperBound * 100, y: middle)
            }
            if frame.base == nil { MarkShape(series: bar.series).element(xPercent: bar.end * 100, y: middle) }
            Element(
                "text", .class("value"), .x(percent: max(bar.reach, frame.base ?? 0) * 100), .y(middle),
                Attribute("dx", 6), .centeredOnY
            ) { bar.label }
        }
    }
}
