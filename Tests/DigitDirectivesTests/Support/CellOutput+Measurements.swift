import NotebookCore

extension [CellOutput] {
    /// The outputs with the same number in place of everything that varies from run to run.
    var withoutMeasurements: [CellOutput] {
        map { output in
            guard case .table(var table) = output else { return output }
            table.rows = table.rows.map { $0.map(\.withoutMeasurement) }
            table.summaryRows = table.summaryRows.map { $0.map(\.withoutMeasurement) }
            return .table(table)
        }
    }
}

extension Table.Cell {
    fileprivate var withoutMeasurement: Table.Cell {
        if case .measurement(_, let format) = self { .measurement(1, format) } else { self }
    }
}
