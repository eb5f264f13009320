import Charts
import Markup
package import NotebookCore

/// What a cell has to show before it has ended, as markup for a page that is open.
package struct LiveOutputs: Sendable {
    private let outputs: [CellOutput]
    private let cell: Cell

    package init(_ outputs: [CellOutput], of cell: Cell) {
        self.outputs = outputs
        self.cell = cell
    }

    /// Figures without numbers, which the page gives out once the cell has ended.
    package var html: String {
        Node {
            for (index, output) in outputs.enumerated() {
                switch output {
                case .text(let text): Element("p", .class("output")) { text }
                case .table(let table):
                    Element("figure", .class("table")) {
                        FigureCaption(place: nil, text: table.title).element
                        TableRenderer(table: table).element
                    }
                case .chart(let chart):
                    Element("figure") {
                        ChartDrawing(chart, id: "live-\(cell.id)-\(index)").node
                        FigureCaption(place: nil, text: chart.title).element
                    }
                // Images are worth their bytes once they are final.
                case .images: Node.fragment([])
                }
            }
        }.markup
    }
}
