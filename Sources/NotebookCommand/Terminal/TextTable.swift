/// Rows of text in columns that are as wide as their widest cell: the first leading, the others trailing.
struct TextTable {
    private static let gap = "  "

    var heading: [String]
    var rows: [[String]]

    /// The lines of the table, the heading in the style's faint print.
    func text(_ style: TextStyle, indent: String = "  ") -> String {
        let widths = heading.indices.map { column in
            ([heading] + rows).map { $0[column].terminalColumns }.max() ?? 0
        }
        func line(_ cells: [String]) -> String {
            let line = zip(cells, widths).enumerated().map { column, cell in
                let (text, width) = cell
                let space = String(repeating: " ", count: max(0, width - text.terminalColumns))
                return column == 0 ? text + space : space + text
            }.joined(separator: Self.gap)
            return String(line.reversed().drop { $0 == " " }.reversed())
        }
        let lines = [style(line(heading), .faint)] + rows.map(line)
        return lines.map { indent + $0 + "\n" }.joined()
    }
}
