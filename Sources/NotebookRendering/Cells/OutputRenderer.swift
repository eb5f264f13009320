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

    var element: Element {
        switch output {
        case .text(let text): Element("p", .class("output")) { text }
        case .table(let table): figure(table)
        case .chart(let chart): figure(chart)
        case .images(let grid): figure(grid)
        }
    }

    private func figure(_ table: Table) -> Element {
        Element("figure", .class("table"), place.map { .id($0.anchor) }) {
            captionElement(table.title)
            TableRenderer(table: table, label: place?.name ?? "Table").element
        }
    }

    private func figure(_ chart: Chart) -> Element {
        var chart = chart
        if let alternativeText { chart.alternativeText = alternativeText }
        let data = ChartData(chart)
        let anchor = place?.anchor ?? "chart"
        return Element("figure", .class("chart-figure", widthClass), place.map { .id($0.anchor) }) {
            ChartDrawing(chart, id: anchor).node
            captionElement(chart.title)
            Element("details", .class("data")) {
                Element("summary") { "Data" }
                TableRenderer(table: data.table, label: "Data of \(place?.name ?? "the chart")").element
                if data.omittedRowCount > 0 {
                    Element("p", .class("note")) {
                        "\(NumberFormat.integer.text(for: Double(data.omittedRowCount))) more rows are not listed."
                    }
                }
            }
        }
    }

    private func figure(_ grid: ImageGrid) -> Element {
        Element("figure", .class("images", widthClass), place.map { .id($0.anchor) }) {
            ImageGridRenderer(grid: grid, description: alternativeText).element
            captionElement(grid.title)
        }
    }

    private func captionElement(_ title: String) -> Element {
        Element("figcaption") {
            if let place {
                Element("span", .class("number")) { place.name + "." }
                " "
            }
            Element("bdi") { caption ?? title }
        }
    }

    private var widthClass: String? {
        let step = Int((width * 20).rounded())
        return step < 20 ? "w\(max(step, 2) * 5)" : nil
    }
}
