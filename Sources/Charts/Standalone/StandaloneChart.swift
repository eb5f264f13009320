import Markup
package import NotebookCore

/// A chart as an SVG file that needs no page: with its own style, paper and legend, for light and dark.
package struct StandaloneChart: Sendable {
    private let chart: Chart
    private let id: String

    /// - Parameter id: What anchors within the drawing begin with, unique where several stand on one page.
    package init(_ chart: Chart, id: String) {
        var chart = chart
        if case .heatMap(var map) = chart.kind {
            // The images behind the cells are on a page, and here is none to lead to.
            map.examples = []
            chart.kind = .heatMap(map)
        }
        self.chart = chart
        self.id = id
    }

    /// Most pixels that the drawing is wide; it can be shown at any size.
    private static let width = 720.0
    private static let margin = 12.0
    private static let legendGap = 14.0

    /// The file's text.
    package var svg: String {
        let plot = ChartDrawing(chart, id: id).plot
        let left = Self.margin + plot.startMargin
        let room = Self.width - left - Self.margin - plot.endMargin
        let (width, height) =
            switch plot.extent {
            case .height(let height): (room, height)
            case .square(let cells):
                (
                    min(room, Double(cells * ChartStyle.cellWidth)), min(room, Double(cells * ChartStyle.cellWidth))
                )
            }
        let fileWidth = left + width + plot.endMargin + Self.margin
        let legend =
            plot.foldsEndLabels ? nil : plot.legend.map { DrawnLegend($0, width: fileWidth - 2 * Self.margin) }
        let legendHeight = legend.map { $0.height + Self.legendGap } ?? 0
        let top = Self.margin + legendHeight + plot.topMargin
        let drawing = Element(
            "svg", Attribute("xmlns", "http://www.w3.org/2000/svg"), .class("chart"),
            .viewBox(width: fileWidth, height: top + height + Self.margin),
            Attribute("width", fileWidth), Attribute("height", top + height + Self.margin), .role("img"),
            .aria("labelledby", id + "-title"), .aria("describedby", id + "-description")
        ) {
            Element("title", .id(id + "-title")) { chart.title }
            Element("desc", .id(id + "-description")) {
                [chart.alternativeText, plot.note].compactMap(\.self).joined(separator: " ")
            }
            Element.stylesheet(ChartStyle.standaloneCSS)
            Element("rect", .class("sheet"), Attribute("width", "100%"), Attribute("height", "100%"))
            if let legend {
                Element("g", .translate(x: Self.margin, y: Self.margin)) { legend.nodes }
            }
            Element(
                "svg", .class("plot"), Attribute("x", left), Attribute("y", top), Attribute("width", width),
                Attribute("height", height)
            ) { plot.content }
        }
        return drawing.markup + "\n"
    }
}
