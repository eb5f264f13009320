import Markup
import NotebookCore

/// A table as HTML without classes, for programs that bring their own style.
struct TableMarkup {
    let table: Table
    let caption: String

    var element: Element {
        Element("table") {
            Element("caption") { caption }
            Element("thead") {
                Element("tr") {
                    for column in table.columns { Element("th", alignment(column)) { column.title } }
                }
            }
            Element("tbody") { for row in table.rows { self.row(row) } }
            if !table.summaryRows.isEmpty {
                Element("tfoot") { for row in table.summaryRows { self.row(row) } }
            }
        }
    }

    private func row(_ cells: [Table.Cell]) -> Element {
        Element("tr") {
            for (column, cell) in zip(table.columns, cells) {
                Element("td", alignment(column)) { cell.plainText }
            }
        }
    }

    /// As a style, since Jupyter's own, which puts everything to the right, wins over the attribute `align`.
    private func alignment(_ column: Table.Column) -> Attribute {
        switch column.alignment {
        case .leading: Attribute("style", "text-align: left")
        case .center: Attribute("style", "text-align: center")
        case .trailing: Attribute("style", "text-align: right")
        }
    }
}
