import Markup
import NotebookCore

/// Draws bars that stand on the categories' axis.
struct UprightBars {
    private static let height = 240.0
    /// Share of a category's room that its bars take.
    private static let fill = 0.74
    /// Percent of the drawing's width that a bar takes at most.
    private static let widestBar = 16.0
    /// The width of a drawing on a desktop, less its margins.
    private static let wideWidth = 560.0
    private static let labelSize = 11.0

    private let frame: BarFrame

    init(_ frame: BarFrame) {
        self.frame = frame
    }

    private var slot: Double { 100 / Double(frame.categoryCount) }
    private var barWidth: Double { min(slot * Self.fill / Double(frame.chart.series.count), Self.widestBar) }

    var plot: Plot {
        let chart = frame.chart
        let startMargin = AxisDrawing.startMargin(for: [frame.scale])
        let top = AxisDrawing.headHeight + 14
        return Plot(
            extent: .height(top + Self.height + AxisDrawing.footHeight), startMargin: startMargin, endMargin: 12,
            legend: frame.legend,
            content: Node.nodes {
                AxisDrawing.yTitle(chart.value, startMargin: startMargin)
                Element("g", .translate(x: 0, y: top)) {
                    AxisDrawing.yAxis(frame.scale, top: 0, bottom: Self.height)
                    for series in chart.series.indices {
                        Element("g", .class(frame.className(for: series))) {
                            for bar in frame.bars where bar.series == series { drawing(of: bar) }
                        }
                    }
                    categoryAxis
                    spots
                }
            })
    }

    private func drawing(of bar: BarFrame.Bar) -> [Node] {
        let offset = Double(bar.series) - Double(frame.chart.series.count) / 2
        let start = slot * (Double(bar.category) + 0.5) + barWidth * offset
        let middle = start + barWidth / 2
        return Node.nodes {
            if let base = frame.base {
                Element(
                    "rect", .class("bar"), .x(percent: start), .y(pixel(max(bar.end, base))),
                    .percentage("width", barWidth), Attribute("height", abs(bar.end - base) * Self.height))
            }
            if let interval = bar.interval {
                Node.line(
                    "whisker", fromX: middle, y: pixel(interval.lowerBound), toX: middle, y: pixel(interval.upperBound))
            }
            if frame.base == nil {
                MarkShape(series: bar.series).element(xPercent: middle, y: pixel(bar.end))
            }
            if let fit = labelFit {
                Element(
                    "text", .class("value", fit == .onlyWide ? "wide" : nil), .x(percent: middle),
                    .y(pixel(max(bar.reach, frame.base ?? 0)) - (frame.base == nil ? 9 : 5)), .anchor(.middle)
                ) { bar.label }
            }
        }
    }

    /// A place for each category, as high as the plot.
    private var spots: [Element] {
        guard frame.categoryCount <= Spot.limit else { return [] }
        return frame.chart.categories.indices.map { index in
            Spot(
                heading: frame.heading(of: index), values: frame.values(of: index),
                x: slot * Double(index)...slot * Double(index + 1), y: 0...Self.height
            ).element
        }
    }

    private enum LabelFit { case always, onlyWide }

    /// Whether the values stand above the bars; nil where there is no room even on a desktop.
    private var labelFit: LabelFit? {
        let widest = frame.bars.map { TextWidth.estimate($0.label, fontSize: Self.labelSize) }.max() ?? 0
        let room = (frame.chart.series.count == 1 ? slot : barWidth) / 100
        if widest + 3 <= room * AxisDrawing.narrowWidth { return .always }
        return widest + 3 <= room * Self.wideWidth ? .onlyWide : nil
    }

    private var categoryAxis: [Node] {
        let names = frame.chart.categories
        let width = frame.widestName + 5
        let stride = AxisDrawing.labelStride(count: names.count, width: width)
        let wideStride = max(1, Int((Double(names.count) * width / Self.wideWidth).rounded(.up)))
        return Node.nodes {
            let base = frame.base.map(pixel) ?? Self.height
            Node.line("axis", fromX: 0, y: base, toX: 100, y: base)
            for (index, name) in names.enumerated() where index.isMultiple(of: wideStride) {
                // The narrow labels are chosen among the wide ones.
                let staysNarrow = (index / wideStride).isMultiple(of: (stride + wideStride - 1) / wideStride)
                Element(
                    "text", .class(staysNarrow ? nil : "wide"), .x(percent: slot * (Double(index) + 0.5)),
                    .y(Self.height + 19), .anchor(.middle)
                ) { name }
            }
            AxisDrawing.xTitle(frame.chart.categoryTitle, y: Self.height)
        }
    }

    private func pixel(_ fraction: Double) -> Double { Self.height * (1 - fraction) }
}
