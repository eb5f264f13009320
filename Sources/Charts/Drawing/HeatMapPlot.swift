import Markup
import NotebookCore

/// Draws counts by row and column, each in a cell whose shade follows its magnitude.
///
/// In a confusion matrix, whose rows and columns have the same names, the diagonal holds nearly everything; it has a
/// scale of its own, by its share of the row, so that the shades of the others tell the errors apart.
struct HeatMapPlot {
    /// Rows and columns beyond this number are left to the table of data.
    static let sizeLimit = 40
    /// With more columns than this, the counts no longer fit into the cells.
    private static let numberLimit = 20
    private static let rowHeight = 34.0

    private let map: HeatMap
    private let isConfusion: Bool
    private let note: String?
    private let levels: CountLevels
    private let id: String
    /// Row and column of each cell with images behind it, to which it leads.
    private let linkedPlaces: Set<[Int]>

    /// - Parameter id: The figure's anchor, with which those of the images behind the cells begin.
    init(_ map: HeatMap, id: String) {
        self.id = id
        linkedPlaces = Set(map.examples.map { [$0.row, $0.column] })
        let largest = max(map.rows.count, map.columns.count)
        note = largest > Self.sizeLimit ? "The first \(Self.sizeLimit) of \(largest) are drawn." : nil
        var map = map
        map.rows = Array(map.rows.prefix(Self.sizeLimit))
        map.columns = Array(map.columns.prefix(Self.sizeLimit))
        self.map = map
        isConfusion = map.rows == map.columns
        let isConfusion = isConfusion
        let counts = map.rows.indices.flatMap { row in
            map.columns.indices.compactMap { column in
                isConfusion && row == column ? nil : Self.count(map, row, column)
            }
        }
        levels = CountLevels(upTo: counts.max() ?? 0)
    }

    var plot: Plot {
        let rows = map.rows.count
        let columns = map.columns.count
        guard rows > 0, columns > 0 else { return .empty }
        let isSquare = rows == columns
        let names = map.rows.map { TextWidth.fit($0, in: 90) }
        let titleWidth = TextWidth.estimate(map.rowTitle)
        let startMargin = (names.map { TextWidth.estimate($0) }.max() ?? 0) + 16
        return Plot(
            extent: isSquare ? .square(cells: columns) : .height(Double(rows) * Self.rowHeight),
            startMargin: startMargin, endMargin: 8, topMargin: 56, holdsLinks: !linkedPlaces.isEmpty, legend: legend,
            note: note,
            content: Node.nodes {
                Element("text", .class("axis-title"), .x(percent: 100), .y(-42), .anchor(.end)) {
                    TextWidth.fit(map.columnTitle, in: 140) + " →"
                }
                Element("text", .class("axis-title"), .x(-startMargin), .y(titleWidth > 110 ? -24 : -42)) {
                    TextWidth.fit(map.rowTitle, in: 140) + " ↓"
                }
                for row in 0..<rows {
                    Element(
                        "text", .class("category"), .x(-8), .y(percent: (Double(row) + 0.5) * 100 / Double(rows)),
                        .anchor(.end), .centeredOnY
                    ) { names[row] }
                }
                columnNames
                for row in 0..<rows {
                    for column in 0..<columns { cell(row, column) }
                }
            })
    }

    private var columnNames: [Node] {
        let names = map.columns.map { TextWidth.fit($0, in: 60) }
        let widest = names.map { TextWidth.estimate($0) }.max() ?? 0
        let stride = AxisDrawing.labelStride(count: names.count, width: widest + 4)
        return Node.nodes {
            for (column, name) in names.enumerated() where column.isMultiple(of: stride) {
                Element(
                    "text", .class("category"), .x(percent: (Double(column) + 0.5) * 100 / Double(names.count)),
                    .y(-8), .anchor(.middle)
                ) { name }
            }
        }
    }

    /// A cell that tells its count and, where there are images behind it, leads to them.
    private func cell(_ row: Int, _ column: Int) -> Element? {
        guard let count = Self.count(map, row, column) else { return nil }
        let isLinked = linkedPlaces.contains([row, column])
        let anchor = ChartDrawing.anchor(ofRow: row, column: column, in: id)
        return Element(isLinked ? "a" : "g", .class("spot"), isLinked ? .href("#" + anchor) : nil) {
            if map.columns.count <= Self.numberLimit {
                Spot.title([
                    "\(map.rowTitle) \(map.rows[row]) · \(map.columnTitle) \(map.columns[column])",
                    NumberFormat.integer.text(for: Double(count)),
                ])
            }
            shading(of: count, row, column)
        }
    }

    @NodeBuilder
    private func shading(of count: Int, _ row: Int, _ column: Int) -> [Node] {
        let width = 100 / Double(map.columns.count)
        let height = 100 / Double(map.rows.count)
        let shade = shade(of: count, row, column)
        Element(
            "rect", .class("cell", shade), .x(percent: Double(column) * width), .y(percent: Double(row) * height),
            .percentage("width", width), .percentage("height", height))
        if map.columns.count <= Self.numberLimit {
            Element(
                "text", .class("count", "on-" + shade, map.columns.count > 12 ? "small" : nil),
                .x(percent: (Double(column) + 0.5) * width), .y(percent: (Double(row) + 0.5) * height),
                .anchor(.middle), .centeredOnY
            ) { NumberFormat.integer.text(for: Double(count)) }
        }
    }

    /// `h0`…`h5` for the errors, or all counts where there is no diagonal; `d1`…`d4` for the diagonal.
    private func shade(of count: Int, _ row: Int, _ column: Int) -> String {
        guard isConfusion, row == column else {
            return (isConfusion ? "h" : "g") + String(levels.shade(of: count))
        }
        let total = map.columns.indices.reduce(0.0) { $0 + Double(Self.count(map, row, $1) ?? 0) }
        let share = total > 0 ? Double(count) / total : 0
        return Self.diagonalSteps.first { share >= $0.least }?.shade ?? "d1"
    }

    private static let diagonalSteps: [(shade: String, least: Double, name: String)] = [
        ("d4", 0.99, "99–100\u{202F}%"), ("d3", 0.95, "95–99\u{202F}%"), ("d2", 0.8, "80–95\u{202F}%"),
        ("d1", 0, "below 80\u{202F}%"),
    ]

    private var legend: Legend? {
        guard map.columns.count > 0, !levels.levels.isEmpty || isConfusion else { return nil }
        let prefix = isConfusion ? "h" : "g"
        let counts = levels.levels.map {
            Legend.Entry(sample: .fill(className: "cell \(prefix)\($0.shade)"), name: $0.text)
        }
        guard isConfusion else { return Legend(groups: [.init(heading: "Count", entries: counts)]) }
        let used = Set(map.rows.indices.compactMap { row in Self.count(map, row, row).map { shade(of: $0, row, row) } })
        let diagonal = Self.diagonalSteps.filter { used.contains($0.shade) }.reversed().map {
            Legend.Entry(sample: .fill(className: "cell \($0.shade)"), name: $0.name)
        }
        return Legend(groups: [
            .init(heading: "Errors", entries: counts), .init(heading: "Right, of the row", entries: diagonal),
        ])
    }

    /// The count of a cell, not below 0; nil where the data have none.
    private static func count(_ map: HeatMap, _ row: Int, _ column: Int) -> Int? {
        guard map.counts.indices.contains(row), map.counts[row].indices.contains(column) else { return nil }
        return max(map.counts[row][column], 0)
    }
}
