package import NotebookCore

/// The numbers behind a chart as a table, for readers who want them exactly or do not see the drawing.
package struct ChartData: Sendable, Equatable {
    /// Charts with more rows than this show the first of them.
    package static let rowLimit = 200

    /// The table; its title is the chart's.
    package let table: Table
    /// Rows that the table leaves out at its end.
    package let omittedRowCount: Int

    package init(_ chart: Chart) {
        var table =
            switch chart.kind {
            case .line(let line): Self.table(of: line)
            case .bar(let bars): Self.table(of: bars)
            case .histogram(let histogram): Self.table(of: histogram)
            case .heatMap(let map): Self.table(of: map)
            }
        table.title = chart.title
        omittedRowCount = max(table.rows.count - Self.rowLimit, 0)
        table.rows = Array(table.rows.prefix(Self.rowLimit))
        self.table = table
    }

    private static let intervalTitle = "95\u{202F}% interval"

    private static func text(_ interval: ClosedRange<Double>, _ format: NumberFormat) -> Table.Cell {
        .text(format.text(for: interval))
    }

    /// A row for each x at which any series has a point; of several points of a series at one x, the last.
    private static func table(of chart: LineChart) -> Table {
        var columns = [Table.Column(chart.x.titleWithUnit)]
        var cells: [Double: [Int: Table.Cell]] = [:]
        for series in chart.series {
            let value = columns.count
            let hasIntervals = series.points.contains { $0.interval != nil }
            let name = series.name.isEmpty ? chart.y.titleWithUnit : series.name
            columns.append(Table.Column(name))
            if hasIntervals { columns.append(Table.Column(intervalTitle)) }
            for point in series.points where !point.x.isNaN {
                cells[point.x, default: [:]][value] = .number(point.y, chart.y.format)
                if let interval = point.interval {
                    cells[point.x, default: [:]][value + 1] = text(interval, chart.y.format)
                }
            }
        }
        let rows = cells.keys.sorted().map { x in
            [Table.Cell.number(x, chart.x.format)]
                + (1..<max(columns.count, 1)).map { cells[x]?[$0] ?? .missing }
        }
        return Table(title: "", columns: columns, rows: rows)
    }

    private static func table(of chart: BarChart) -> Table {
        var columns = [Table.Column(chart.categoryTitle, .leading)]
        for series in chart.series {
            columns.append(Table.Column(series.name.isEmpty ? chart.value.titleWithUnit : series.name))
            if !series.intervals.isEmpty { columns.append(Table.Column(intervalTitle)) }
        }
        let rows = chart.categories.enumerated().map { index, category in
            [Table.Cell.text(category)]
                + chart.series.flatMap { series -> [Table.Cell] in
                    let hasValue = series.values.indices.contains(index)
                    let value: Table.Cell = hasValue ? .number(series.values[index], chart.value.format) : .missing
                    guard !series.intervals.isEmpty else { return [value] }
                    let hasInterval = series.intervals.indices.contains(index)
                    return [value, hasInterval ? text(series.intervals[index], chart.value.format) : .missing]
                }
        }
        return Table(title: "", columns: columns, rows: rows)
    }

    /// Counts and shares of each series by bin.
    private static func table(of chart: Histogram) -> Table {
        var columns = [Table.Column("\(chart.x.titleWithUnit) from", .trailing), Table.Column("to", .trailing)]
        for series in chart.series {
            columns.append(Table.Column(series.name.isEmpty ? "Count" : series.name))
            columns.append(Table.Column("share"))
        }
        let rows = (0..<max(chart.edges.count - 1, 0)).map { bin in
            [Table.Cell.number(chart.edges[bin], chart.x.format), .number(chart.edges[bin + 1], chart.x.format)]
                + chart.series.flatMap { series -> [Table.Cell] in
                    guard series.counts.indices.contains(bin) else { return [.missing, .missing] }
                    let total = series.counts.reduce(0.0) { $0 + Double($1) }
                    let count = Double(series.counts[bin])
                    return [.number(count, .integer), .number(count / total, .percent(1))]
                }
        }
        return Table(title: "", columns: columns, rows: rows)
    }

    private static func table(of map: HeatMap) -> Table {
        let corner = map.columnTitle.isEmpty ? map.rowTitle : "\(map.rowTitle) \\ \(map.columnTitle)"
        let columns = [Table.Column(corner, .leading)] + map.columns.map { Table.Column($0) }
        let rows = map.rows.enumerated().map { row, name in
            [Table.Cell.text(name)]
                + map.columns.indices.map { column in
                    guard map.counts.indices.contains(row), map.counts[row].indices.contains(column) else {
                        return Table.Cell.missing
                    }
                    return .number(Double(map.counts[row][column]), .integer)
                }
        }
        return Table(title: "", columns: columns, rows: rows)
    }
}
