import Charts
import Foundation
import Markup
import NotebookCore

/// Renders one output of a cell, as a numbered figure or table with its caption.
struct OutputRenderer {
    let output: CellOutput
    let place: OutputNumbering.Place?
    /// The author's caption; nil for the output's own title.
    let caption: String?
    /// The author's description; nil for the generated one.
    let alternativeText: String?
    /// Share of the text's width that charts and images take.
    let width: Double
    /// Whether a table of the same cell and its charts show the same numbers, so that it stands for them once.
    let isDataElsewhere: Bool
    /// For each row of a table of claims, the expression by which its figure was measured.
    let expressions: [String?]
    let sheets: ImageSheets

    @NodeBuilder
    var nodes: [Node] {
        switch output {
        case .text(let text): Element("p", .class("output")) { text }
        case .table(let table):
            isDataElsewhere ? DataBehind.element(table, caption: caption(or: table.title)) : figure(table)
        case .chart(let chart): figures(chart)
        case .images(let grid): figures(grid)
        }
    }

    private func figure(_ table: Table) -> Element {
        Element("figure", .class("table"), place.map { .id($0.anchor) }) {
            caption(or: table.title).element
            TableRenderer(
                table: table, expressions: expressions, rowAnchor: place?.anchor,
                name: caption(or: table.title).plainText
            ).element
        }
    }

    /// The chart, and behind it, folded, its numbers and images; a figure holds nothing below its caption.
    @NodeBuilder
    private func figures(_ chart: Chart) -> [Node] {
        let name = place?.name ?? "the chart"
        let data = ChartData(chart)
        Element("figure", .class(widthClass), place.map { .id($0.anchor) }) {
            ChartDrawing(described(chart), id: place?.anchor ?? "chart").node
            caption(or: chart.title).element
        }
        if !isDataElsewhere {
            DataBehind.element(data.table, of: name, omittedRowCount: data.omittedRowCount)
        }
        if case .heatMap(let map) = chart.kind {
            GalleryRenderer(examples: map.examples, figure: (place?.anchor ?? "chart", name), sheets: sheets).element
        }
    }

    private func described(_ chart: Chart) -> Chart {
        var chart = chart
        if let alternativeText { chart.alternativeText = alternativeText }
        return chart
    }

    @NodeBuilder
    private func figures(_ grid: ImageGrid) -> [Node] {
        Element("figure", .class("images", widthClass), place.map { .id($0.anchor) }) {
            ImageGridRenderer(grid: grid, description: alternativeText, sheets: sheets).element
            caption(or: grid.title).element
        }
        ImageGridData.table(of: grid).map { DataBehind.element($0, of: place?.name ?? "the images") }
    }

    private func caption(or title: String) -> FigureCaption { FigureCaption(place: place, text: caption ?? title) }

    private var widthClass: String? {
        let step = Int((width * 20).rounded())
        guard step < 20 else { return nil }
        // Below about 450 pixels a chart is laid out as on a phone.
        return "w\(max(step, 2) * 5)" + (step < 14 ? " narrow" : "")
    }
}
