package import NotebookCore
package import NotebookEngine

/// One line that says what became of a cell: mark, directive and label, seconds, a figure or a remark.
package struct CellLine {
    private let run: CellRun
    /// Columns for the cell's name, so that the lines of a notebook stand in columns.
    private let nameColumns: Int

    package init(_ run: CellRun, nameColumns: Int) {
        self.run = run
        self.nameColumns = nameColumns
    }

    /// The cell as a line names it: "train baseline", "evaluate (line 42)".
    package static func name(of cell: Cell) -> String {
        cell.label.map { "\(cell.directiveName) \($0)" } ?? "\(cell.directiveName) (line \(cell.lines.lowerBound))"
    }

    private static let secondsColumns = 12

    /// Stands before a cell whose result was kept from an earlier run.
    package static let cacheSign = "↻"

    /// The whole line.
    package var line: StyledLine { line(name: Self.name(of: run.cell), hasDuration: true, remark: remark) }

    /// The line as it fits: on a narrow terminal the value stays, and its path, the duration and the end of the cell's name go
    /// before it does.
    package func line(within columns: Int?) -> StyledLine {
        guard let columns, line.columns > columns else { return line }
        let name = Self.name(of: run.cell)
        let short = shortFigure ?? remark
        for line in [
            line(name: name, hasDuration: true, remark: short), line(name: name, hasDuration: false, remark: short),
        ] where line.columns <= columns {
            return line
        }
        // Without the padding that keeps remarks in a column, and then with less of the name.
        let whole = line(name: name, hasDuration: false, remark: short, pads: false)
        let room = name.terminalColumns - (whole.columns - columns)
        guard whole.columns > columns, room >= 8 else { return whole }
        return line(name: name.truncated(toColumns: room), hasDuration: false, remark: short, pads: false)
    }

    private func line(name: String, hasDuration: Bool, remark: String?, pads: Bool = true) -> StyledLine {
        var line = StyledLine("  ")
        switch run.status {
        case .ok: line.append(run.isCached ? Self.cacheSign + " " : "✓ ", .success)
        case .failed: line.append("✗ ", .failure)
        case .skipped: line.append("– ", .warning)
        case .interrupted: line.append("■ ", .warning)
        case .waiting: line.append("… ", .faint)
        }
        line.append(pads ? name.padded(toColumns: nameColumns) : name)
        let duration = NumberFormat.duration.text(for: run.isCached ? run.loadSeconds : run.seconds).withPlainSpaces
        let seconds = run.status == .skipped ? "" : duration
        if hasDuration {
            line.append(String(repeating: " ", count: max(1, Self.secondsColumns - seconds.terminalColumns)))
            line.append(seconds, .faint)
        }
        if let remark { line.append("  " + remark.withoutControls, run.status == .ok ? nil : .warning) }
        return line
    }

    private var remark: String? {
        switch run.status {
        case .ok:
            return figure.map { $0.path + $0.value }
        case .failed: return "failed"
        case .interrupted: return "interrupted"
        case .waiting: return "not ended yet"
        case .skipped: return run.failure?.summary ?? "skipped"
        }
    }

    /// The value with the last word of its path.
    private var shortFigure: String? {
        guard run.status == .ok, let figure else { return nil }
        return (figure.path.split(separator: ".").last.map(String.init) ?? "") + figure.value
    }

    /// Where the data come from, or else the first of the values that the cell publishes.
    private var figure: (path: String, value: String)? {
        guard let result = run.result else { return nil }
        if let provenance = result.provenance { return ("", provenance.summary) }
        for publication in run.cell.publications where publication.kind == .value {
            guard let value = result.values[publication.path] else { continue }
            let parts = publication.path.parts
            let name = parts.count > 1 && parts.first == run.cell.label ? parts.dropFirst() : parts[...]
            return (name.joined(separator: ".") + " ", value.shortText.withPlainSpaces)
        }
        return nil
    }
}

extension String {
    /// The text with ordinary spaces for the narrow ones, which many terminal fonts lack.
    package var withPlainSpaces: String { replacing("\u{202F}", with: " ") }
}

extension Value {
    fileprivate var shortText: String {
        switch self {
        case .integer(let integer): NumberFormat.integer.text(for: Double(integer))
        case .number(let number): NumberFormat.significant(4).text(for: number)
        case .proportion(let proportion): NumberFormat.percent(2).text(for: proportion.share)
        case .rank(let rank): NumberFormat.integer.text(for: Double(rank.place))
        case .text(let text): text
        }
    }
}
