import Markup
import NotebookCore

/// Dashed lines at places along the x axis, each with its label above the plot.
struct VerticalMarks {
    private struct Placed {
        var xPercent: Double
        var label: String
        var anchor: TextAnchor
        /// The line of text, 0 at the plot; nil where there is no room for the label.
        var row: Int?
    }

    private static let rowHeight = 16.0
    private static let rowLimit = 4

    private let marks: [Placed]
    private let rowCount: Int

    init(_ marks: [LineChart.Mark], on scale: AxisScale) {
        var rows: [[ClosedRange<Double>]] = []
        self.marks = marks.sorted { $0.x < $1.x }.compactMap { mark in
            guard let fraction = scale.fraction(of: mark.x), (0...1).contains(fraction) else { return nil }
            // On a phone the label has to fit as well: it grows towards the farther edge, over the narrow width.
            let label = TextWidth.fit(mark.label, in: AxisDrawing.narrowWidth * 0.9)
            let width = TextWidth.estimate(label) / AxisDrawing.narrowWidth
            let anchor: TextAnchor =
                fraction < width / 2 ? .start : fraction > 1 - width / 2 ? .end : .middle
            let start = fraction - (anchor == .start ? 0 : anchor == .middle ? width / 2 : width)
            let span = start...(start + width)
            let row =
                rows.firstIndex { !$0.contains { $0.overlaps(span) } }
                ?? (rows.count < Self.rowLimit ? rows.count : nil)
            if let row {
                if row == rows.count { rows.append([]) }
                rows[row].append(span)
            }
            return Placed(xPercent: fraction * 100, label: label, anchor: anchor, row: row)
        }
        rowCount = rows.count
    }

    /// Pixels above the plot that the labels take.
    var height: Double { Double(rowCount) * Self.rowHeight }

    @NodeBuilder
    func nodes(height: Double) -> [Node] {
        for mark in marks {
            let top = mark.row.map { -Double($0) * Self.rowHeight - 2 } ?? 0
            Node.line("rule", fromX: mark.xPercent, y: top, toX: mark.xPercent, y: height)
            if mark.row != nil {
                Element("text", .class("rule-label"), .x(percent: mark.xPercent), .y(top - 5), .anchor(mark.anchor)) {
                    mark.label
                }
            }
        }
    }
}
