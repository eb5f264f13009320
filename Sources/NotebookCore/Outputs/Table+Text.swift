extension Table.Cell {
    /// The cell in words, where nothing can set off intervals and verdicts.
    package var plainText: String {
        switch self {
        case .text(let text), .link(let text, to: _): return text
        case .number(let number, let format), .measurement(let number, let format): return format.text(for: number)
        case .verdict(let verdict, let note): return verdict.rawValue + (note.map { " (\($0))" } ?? "")
        case .estimate(let number, let format, let interval):
            return "\(format.text(for: number)) (\(format.text(for: interval)))"
        case .missing: return "–"
        case .proportion(let proportion, let decimals, let showsInterval):
            let share = NumberFormat.percent(decimals).text(for: proportion.share)
            guard showsInterval else { return share }
            return share + " (\(NumberFormat.percent(decimals).text(for: proportion.wilsonInterval)))"
        }
    }
}

extension Table {
    /// All rows, those that sum up last, in words.
    package var textRows: [[String]] { (rows + summaryRows).map { $0.map(\.plainText) } }

    /// The table in columns of a fixed-width font.
    package var plainText: String {
        let rows = [columns.map(\.title)] + textRows
        let widths = columns.indices.map { column in
            rows.map { $0.indices.contains(column) ? $0[column].count : 0 }.max() ?? 0
        }
        return rows.map { row in
            let cells = row.indices.map { index in
                let padding = String(repeating: " ", count: max(widths[index] - row[index].count, 0))
                return columns[index].alignment == .trailing ? padding + row[index] : row[index] + padding
            }
            let line = cells.joined(separator: "  ")
            return String(line.reversed().drop { $0 == " " }.reversed())
        }.joined(separator: "\n")
    }
}
