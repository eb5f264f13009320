package import NotebookCore

extension ChartData {
    /// For each output of a cell, whether it is a chart whose numbers a table of the cell holds, or such a table.
    package static func isStatedElsewhere(among outputs: [CellOutput]) -> [Bool] {
        let charts = outputs.map { output -> Set<Double> in
            if case .chart(let chart) = output { ChartData(chart).numbers } else { [] }
        }
        let tables = outputs.map { output -> Set<Double> in
            if case .table(let table) = output { table.numbers } else { [] }
        }
        let isStated = charts.map { chart in !chart.isEmpty && tables.contains { chart.isSubset(of: $0) } }
        return outputs.indices.map { index in
            isStated[index] || charts.contains { !$0.isEmpty && $0.isSubset(of: tables[index]) }
        }
    }

    /// All that the chart measures: the numbers of its data without the places at which it has them. None where some are
    /// left out.
    private var numbers: Set<Double> {
        guard omittedRowCount == 0 else { return [] }
        return Set(table.rows.flatMap { $0.dropFirst().compactMap(\.number) })
    }
}

extension Table {
    fileprivate var numbers: Set<Double> { Set((rows + summaryRows).joined().compactMap(\.number)) }
}

extension Table.Cell {
    /// The number that the cell shows; not-a-number is none.
    fileprivate var number: Double? {
        switch self {
        case .number(let number, _), .measurement(let number, _), .estimate(let number, _, _):
            number.isNaN ? nil : number
        case .proportion(let proportion, _, _): proportion.share
        case .text, .verdict, .link, .missing: nil
        }
    }
}
