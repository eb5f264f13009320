package import Markup
package import NotebookCore

/// A chart as markup: an SVG drawing, with a legend above it where the drawing cannot name its series itself.
///
/// The drawing is as wide as the column that holds it. Places along the x axis are percentages and text keeps its
/// size, so that one drawing serves desktop and phone; colours are variables of `ChartStyle`, so that it serves
/// both themes. Data of any kind give a drawing: what has no place in it is left out.
package struct ChartDrawing: Sendable {
    private let chart: Chart
    private let id: String

    /// - Parameter id: the anchor of the figure, unique on its page; anchors within the drawing begin with it.
    package init(_ chart: Chart, id: String) {
        self.chart = chart
        self.id = id
    }

    /// The anchor of the images behind a cell of the heat map in figure `id`.
    package static func anchor(ofRow row: Int, column: Int, in id: String) -> String { "\(id).\(row)-\(column)" }

    /// The drawing; it stands on a page with `ChartStyle.css`.
    package var node: Node {
        .element(plot.element(title: chart.title, description: chart.alternativeText, id: id))
    }

    /// The drawing before it is framed.
    var plot: Plot {
        switch chart.kind {
        case .line(let line): LinePlot(line).plot
        case .bar(let bars): BarPlot(bars).plot
        case .histogram(let histogram): HistogramPlot(histogram).plot
        case .heatMap(let map): HeatMapPlot(map, id: id).plot
        }
    }
}
