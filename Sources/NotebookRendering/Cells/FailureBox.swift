import Markup
import NotebookCore
import NotebookEngine

/// Stands in the place of a cell that did not end well and says why.
struct FailureBox {
    let cell: CellRun
    let run: Run

    /// Lines of the cell that are shown.
    private static let lineLimit = 12

    var element: Element {
        Element("div", .class("failure", cell.status.rawValue)) {
            Element("p", .class("what")) {
                Element("strong") { cell.status == .failed ? "This cell failed: " : "This cell was interrupted: " }
                BacktickedText(cell.failure?.summary ?? "").nodes
            }
            if let remedy = cell.failure?.remedy { Element("p") { BacktickedText(remedy).nodes } }
            Element("p", .class("place")) { "\(run.notebook.file), line \(cell.cell.lines.lowerBound)" }
            Element("pre") { numberedSource }
        }
    }

    /// For a cell that was left out because another failed, with a link to that one.
    var skippedElement: Element {
        Element("div", .class("failure skipped")) {
            Element("p") {
                Element("strong") { "This cell was skipped" }
                if let cause = run.cells.first(where: { $0.cell.displayName == cell.skippedFor }) {
                    ", because "
                    Element("a", .href("#" + CellRenderer.anchor(of: cause.cell))) {
                        BacktickedText(cause.cell.displayName).nodes
                    }
                    " failed."
                } else if let reason = cell.failure?.summary {
                    ": "
                    BacktickedText(reason).nodes
                }
            }
        }
    }

    /// "42 │ epochs: 300"
    private var numberedSource: String {
        let shown = cell.cell.lines.prefix(Self.lineLimit)
        let width = String(shown.last ?? 0).count
        var lines = shown.map { number in
            let text = String(number)
            let margin = String(repeating: " ", count: width - text.count)
            return "\(margin)\(text) │ \(run.notebook.source[number])"
        }
        if shown.count < cell.cell.lines.count { lines.append(String(repeating: " ", count: width) + " │ …") }
        return lines.joined(separator: "\n")
    }
}
