import Markup
import NotebookCore

/// The numbers behind a figure, folded below it.
enum DataBehind {
    static func element(_ table: Table, of name: String, omittedRowCount: Int = 0) -> Element {
        Element("details", .class("data")) {
            Element("summary") { "Data of \(name)" }
            TableRenderer(table: table, name: "Data of \(name)").element
            if omittedRowCount > 0 {
                Element("p", .class("note")) {
                    "\(NumberFormat.integer.text(for: Double(omittedRowCount))) more rows are not listed."
                }
            }
        }
    }

    /// A table of the cell itself that holds the numbers of its charts.
    static func element(_ table: Table, caption: FigureCaption) -> Element {
        Element("details", .class("data", "table")) {
            Element("summary") { caption.nodes }
            TableRenderer(table: table, anchor: caption.place?.anchor, name: caption.plainText).element
        }
    }
}
