import MarkdownSyntax
import NotebookCore

extension Table {
    /// The table in GitHub's Markdown.
    var markdown: String {
        func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
        let delimiters = columns.map { column in
            switch column.alignment {
            case .leading: ":---"
            case .center: ":---:"
            case .trailing: "---:"
            }
        }
        let lines = [row(columns.map(\.title.escapedForMarkdownCell)), row(delimiters)]
        return (lines + textRows.map { row($0.map(\.escapedForMarkdownCell)) }).joined(separator: "\n")
    }
}

extension String {
    /// Text for a cell of a Markdown table, which has to stand on one line.
    var escapedForMarkdownCell: String {
        split { $0.isNewline }.joined(separator: " ").escapedForMarkdown
    }
}
