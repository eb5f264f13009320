import NotebookCore

/// Figures of several runs side by side, with differences from the first.
struct RunComparison: Sendable {
    /// The figures of one run.
    struct Column: Sendable {
        let label: String
        let parameters: Int
        let epochs: Int
        let bestEpoch: Int?
        /// Measured in evaluation mode, for the splits that have images.
        let accuracies: [Split: Proportion]
        /// Wrong answers on the test images; nil without such images.
        let testErrors: Int?
        let seconds: Double

        /// Training accuracy less validation accuracy.
        var gap: Double? {
            guard let train = accuracies[.train], let validation = accuracies[.validation] else { return nil }
            return train.share - validation.share
        }
    }

    /// The run that the others are compared with first.
    let columns: [Column]

    var table: Table {
        var rows: [[Table.Cell]] = []
        func row(_ name: String, _ value: (Column) -> Double?, _ format: NumberFormat, difference: NumberFormat? = nil)
        {
            let values = columns.map(value)
            guard values.contains(where: { $0 != nil }) else { return }
            var cells: [Table.Cell] = [.text(name), Self.cell(values[0], format)]
            for other in values.dropFirst() {
                let change = other.flatMap { other in values[0].map { other - $0 } }
                cells += [Self.cell(other, format), Self.change(change, difference ?? format)]
            }
            rows.append(cells)
        }
        row("Parameters", { Double($0.parameters) }, .integer)
        row("Epochs", { Double($0.epochs) }, .integer)
        row("Best epoch", { $0.bestEpoch.map(Double.init) }, .integer)
        for split in Split.allCases {
            row(
                "\(split.adjective.prefix(1).uppercased() + split.adjective.dropFirst()) accuracy",
                { $0.accuracies[split]?.share }, .percent(2), difference: .points(2))
        }
        row("Gap, training − validation", { $0.gap }, .points(2))
        row("Errors on the test images", { $0.testErrors.map(Double.init) }, .integer)
        rows.append(timeRow)
        return Table(
            title: "\(Wording.list(columns.map(\.label))) side by side",
            columns: [Table.Column("Quantity", .leading), Table.Column(columns[0].label)]
                + columns.dropFirst().flatMap { [Table.Column($0.label), Table.Column("Difference")] },
            rows: rows)
    }

    private var timeRow: [Table.Cell] {
        var cells: [Table.Cell] = [.text("Training time"), .measurement(columns[0].seconds, .duration)]
        for other in columns.dropFirst() {
            cells += [
                .measurement(other.seconds, .duration), .measurement(other.seconds - columns[0].seconds, .duration),
            ]
        }
        return cells
    }

    private static func cell(_ value: Double?, _ format: NumberFormat) -> Table.Cell {
        value.map { .number($0, format) } ?? .missing
    }

    /// A difference with its sign.
    private static func change(_ value: Double?, _ format: NumberFormat) -> Table.Cell {
        guard let value else { return .missing }
        let text = format.text(for: value)
        return .text(value > 0 ? "+" + text : text)
    }
}

extension RunComparison.Column {
    /// Measures a run on every split that has images.
    init(_ run: TrainedRun, in context: CellContext) throws {
        var accuracies: [Split: Proportion] = [:]
        for split in Split.allCases where run.data[split].count > 0 {
            accuracies[split] = try run.readings(of: split, in: context).matrix.accuracy
        }
        self.init(
            label: run.label, parameters: run.architecture.summary.parameters, epochs: run.history.epochs.count,
            bestEpoch: run.history.best?.epoch, accuracies: accuracies,
            testErrors: accuracies[.test].map { $0.trials - $0.successes }, seconds: run.history.seconds)
    }
}
