import Markup
import NotebookCore

/// Draws the axes of a plot: grid, tick labels, titles.
enum AxisDrawing {
    /// Pixels below a plot that tick labels and the title of an x axis take.
    static let footHeight = 46.0
    /// Pixels above a plot that the title of a y axis takes.
    static let headHeight = 24.0
    /// The width of a drawing on a phone, at least, less its margins.
    static let narrowWidth = 220.0

    /// The room left of a plot that the tick labels of its y axis need.
    static func startMargin(for scales: [AxisScale]) -> Double {
        let widths = scales.flatMap(\.ticks).map { TextWidth.estimate($0.label) }
        return max(widths.max() ?? 0, 12) + 12
    }

    /// Horizontal grid lines with their labels for a y axis from `bottom` up to `top`, in pixels.
    @NodeBuilder
    static func yAxis(_ scale: AxisScale, top: Double, bottom: Double) -> [Node] {
        for tick in scale.ticks {
            if let fraction = scale.fraction(of: tick.value) {
                let y = bottom - fraction * (bottom - top)
                Node.line("grid", fromX: 0, y: y, toX: 100, y: y)
                Element("text", .x(-8), .y(y), .anchor(.end), .centeredOnY) { tick.label }
            }
        }
    }

    /// The title of a y axis, above it and beginning at the drawing's left edge.
    static func yTitle(_ axis: Axis, startMargin: Double) -> Element {
        Element("text", .class("axis-title"), .x(-startMargin), .y(11)) {
            TextWidth.fit(axis.titleWithUnit, in: 300)
        }
    }

    /// The line, tick labels and title of an x axis at `y` pixels.
    @NodeBuilder
    static func xAxis(_ scale: AxisScale, title: String, y: Double) -> [Node] {
        Node.line("axis", fromX: 0, y: y, toX: 100, y: y)
        let widest = scale.ticks.map { TextWidth.estimate($0.label) }.max() ?? 0
        let stride = labelStride(count: scale.ticks.count, width: widest + 10)
        for (index, tick) in scale.ticks.enumerated() {
            if let fraction = scale.fraction(of: tick.value) {
                Node.line("tick", fromX: fraction * 100, y: y, toX: fraction * 100, y: y + 5)
                Element(
                    "text", .class(index.isMultiple(of: stride) ? nil : "wide"), .x(percent: fraction * 100),
                    .y(y + 19), .anchor(.middle)
                ) { tick.label }
            }
        }
        xTitle(title, y: y)
    }

    /// The title of an x axis that stands at `y` pixels.
    static func xTitle(_ title: String, y: Double) -> Element {
        Element("text", .class("axis-title"), .x(percent: 50), .y(y + 40), .anchor(.middle)) {
            TextWidth.fit(title, in: narrowWidth + 40)
        }
    }

    /// Of labels `width` pixels wide each, the distance between those that stay where there is little room.
    static func labelStride(count: Int, width: Double) -> Int {
        max(1, Int((Double(count) * width / narrowWidth).rounded(.up)))
    }
}
