import NotebookCore

/// What the runs of a sweep have that is not the same in all of them.
struct SweepComparison {
    /// Columns of values that the table of the runs has at most; all others are in the second table.
    private static let columnLimit = 8
    /// Beyond this number of runs a table with a column for each is too wide to read.
    private static let wideLimit = 12

    let runs: [SweepRun]
    /// Paths of values that differ, in the order of the cells that publish them.
    let differing: [ValuePath]
    /// Of these, the first of each cell: the one that says most.
    let telling: [ValuePath]

    init(_ runs: [SweepRun]) {
        self.runs = runs
        let published = (runs.first?.run.notebook.cells ?? []).map { cell in
            cell.publications.filter { $0.kind == .value }.map(\.path)
        }
        func differs(_ path: ValuePath) -> Bool {
            let values = runs.map { $0.run.values[path]?.value }
            return values.contains { $0 != values[0] }
        }
        let differing = published.map { $0.filter(differs) }
        // A notebook whose options name splits or digits by a parameter publishes other paths in other runs.
        let others = Set(runs.flatMap(\.run.values.keys)).subtracting(published.joined())
        self.differing = differing.flatMap(\.self) + others.filter(differs).sorted()
        telling = zip(published, differing).compactMap { published, differing in
            differing.first.flatMap { published.first == $0 ? $0 : nil }
        }
    }

    /// A row for each run: its page, its most telling values, how long it took.
    var runTable: Table {
        let paths = telling.prefix(Self.columnLimit)
        let hasFailures = runs.contains { $0.run.status != .succeeded }
        return Table(
            title: "The runs, with the values that say most of them",
            columns: [Table.Column("Run", .leading)] + (hasFailures ? [Table.Column("Status", .leading)] : [])
                + paths.map { Table.Column($0.text) } + [Table.Column("Computing time")],
            rows: runs.map { run in
                [.link(run.title, to: run.page)] + (hasFailures ? [.text(run.run.status.wording)] : [])
                    + paths.map { cell($0, of: run) } + [.measurement(run.seconds, .duration)]
            })
    }

    /// A row for each value that differs, a column for each run; nil where that would be too wide or empty.
    var valueTable: Table? {
        guard runs.count <= Self.wideLimit, !differing.isEmpty else { return nil }
        return Table(
            title: "All values that differ",
            columns: [Table.Column("Value", .leading)] + runs.map { Table.Column($0.title) },
            rows: differing.map { path in [.text(path.text)] + runs.map { cell(path, of: $0) } })
    }

    private func cell(_ path: ValuePath, of run: SweepRun) -> Table.Cell {
        switch run.run.values[path]?.value {
        case .integer(let integer): .number(Double(integer), .integer)
        case .number(let number): number.isNaN ? .missing : .number(number, .significant(4))
        case .proportion(let proportion): .proportion(proportion, decimals: 2, showsInterval: false)
        case .rank(let rank): .number(Double(rank.place), .integer)
        case .text(let text): .text(text)
        case nil: .missing
        }
    }
}

extension RunStatus {
    fileprivate var wording: String {
        switch self {
        case .succeeded: "as expected"
        case .failed: "failed"
        case .expectationFailed: "not as expected"
        case .interrupted: "interrupted"
        }
    }
}
