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
        let lines = [row(columns.map(\.title.escapedOnOneLine)), row(delimiters)]
        return (lines + textRows.map { row($0.map(\.escapedOnOneLine)) }).joined(separator: "\n")
    }
}

extension String {
    /// Text as Markdown where it has to stand on one line, such as in a cell of a table or a heading.
    var escapedOnOneLine: String {
        split { $0.isNewline }.joined(separator: " ").escapedForMarkdown
    }
}
