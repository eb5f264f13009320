import Markup
import NotebookCore

/// The numbers behind a figure, folded below it.
enum DataBehind {
    static func element(_ table: Table, of name: String, omittedRowCount: Int = 0) -> Element {
        Element("details", .class("data")) {
            Element("summary") { "Data of \(name)" }
            TableRenderer(table: table, label: "Data of \(name)").element
            if omittedRowCount > 0 {
                Element("p", .class("note")) {
                    "\(NumberFormat.integer.text(for: Double(omittedRowCount))) more rows are not listed."
                }
            }
        }
    }
}
