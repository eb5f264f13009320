import Markup
import NotebookCore

/// Renders a table of typed cells: numbers aligned by their digits, verdicts by colour and word.
struct TableRenderer {
    private let table: Table
    /// For each row of a table of claims, the expression by which its figure was measured.
    private let expressions: [String?]
    /// Where links to the table lead, unless what is around it says so.
    private let anchor: String?
    /// What the table is called for those who do not see its caption; nil where none stands above it.
    private let name: String?
    /// What the anchors of rows begin with, for a table of claims, to whose rows the head of the page leads.
    private let rowAnchor: String?
    /// Whether each row stands as a block of its own on a phone: with verdicts, which no reader should have to scroll for.
    private let stacks: Bool
    /// Whether the style sheet knows the columns: their sides, and the titles that a stacked row shows beside its cells.
    private let isClaims: Bool
    /// Whether headings of columns say what they are, because it does not follow from a row that is headings throughout
    /// (HTML, 4.9.12.2).
    private let columnsNeedScope: Bool
    /// Whether headings of rows do, because it does not follow from a column that is headings throughout.
    private let rowsNeedScope: Bool

    /// Whether paper has too little room for the table at its usual size.
    private var isWide: Bool { table.columns.count > 8 }

    init(
        table: Table, expressions: [String?] = [], anchor: String? = nil, rowAnchor: String? = nil, name: String? = nil
    ) {
        self.table = table
        self.expressions = expressions
        self.anchor = anchor
        self.rowAnchor = rowAnchor
        self.name = name
        stacks = table.rows.joined().contains { if case .verdict = $0 { true } else { false } }
        isClaims = stacks && table.columns == ClaimsDirective.columns
        columnsNeedScope = table.columns.count < 2 || table.columns.contains { $0.title.isEmpty }
        rowsNeedScope =
            table.columns.count < 2 || table.columns[0].title.isEmpty
            || !(table.rows + table.summaryRows).allSatisfy { row in
                row.first.map { Self.isHeading($0, in: table.columns[0]) } ?? false
            }
    }

    var element: Element {
        ScrollBox.element {
            Element(
                "table", .class(stacks ? "stacks" : nil, isClaims ? "claims" : alignment, isWide ? "wide" : nil),
                anchor.map { .id($0) },
                name.map { .aria("label", $0) }
            ) {
                Element("thead") {
                    Element("tr") {
                        for column in table.columns {
                            // An empty corner is no heading.
                            Element(
                                column.title.isEmpty ? "td" : "th",
                                columnsNeedScope && !column.title.isEmpty ? Attribute("scope", "col") : nil
                            ) { column.title }
                        }
                    }
                }
                Element("tbody") {
                    for (index, row) in table.rows.enumerated() {
                        self.row(
                            row, expression: expressions.indices.contains(index) ? expressions[index] : nil,
                            anchor: isClaims ? rowAnchor.map { Self.anchor(ofRow: index, in: $0) } : nil)
                    }
                    if table.rows.isEmpty {
                        Element("tr") {
                            Element("td", .class("none"), Attribute("colspan", max(table.columns.count, 1))) { "None" }
                        }
                    }
                }
                if !table.summaryRows.isEmpty {
                    Element("tfoot") {
                        for row in table.summaryRows { self.row(row) }
                    }
                }
            }
        }
    }

    /// The anchor of a claim's row.
    static func anchor(ofRow index: Int, in table: String) -> String { "\(table).\(index + 1)" }

    private func row(_ cells: [Table.Cell], expression: String? = nil, anchor: String? = nil) -> Element {
        Element("tr", anchor.map { .id($0) }) {
            for (index, cell) in cells.enumerated() {
                let column = table.columns.indices.contains(index) ? table.columns[index] : nil
                let isHeading = index == 0 && column.map { Self.isHeading(cell, in: $0) } ?? false
                let origin = isClaims && index == ClaimsDirective.measuredColumn ? expression : nil
                Element(
                    isHeading ? "th" : "td", .class(isClaims && index < 2 ? nil : className(cell, in: column)),
                    isHeading && rowsNeedScope ? Attribute("scope", "row") : nil,
                    stacks && !isClaims && !isHeading ? column.map { .data("title", $0.title) } : nil,
                    title(of: cell, in: cells, origin: origin)
                ) { content(of: cell) }
            }
        }
    }

    private static func isHeading(_ cell: Table.Cell, in column: Table.Column) -> Bool {
        guard column.alignment == .leading, case .text(let text) = cell else { return false }
        return !text.isEmpty
    }

    /// One class where all columns are trailing, or all but the first, as in a table of data.
    private var alignment: String? {
        let alignments = table.columns.map(\.alignment)
        if alignments.count > 1, alignments.dropFirst().allSatisfy({ $0 == .trailing }) {
            return alignments[0] == .trailing ? "numbers trailing-1" : "numbers"
        }
        let classes = alignments.enumerated().compactMap { index, alignment in
            ColumnAlignment(rawValue: alignment.rawValue)?.className(ofColumn: index)
        }
        return classes.isEmpty ? nil : classes.joined(separator: " ")
    }

    /// Numbers stay on one line, text may wrap; where it is long it reads from the left whatever its column's side.
    private func className(_ cell: Table.Cell, in column: Table.Column?) -> String? {
        switch cell {
        case .text(let text) where text.count > 24: "words"
        case .text(let text) where column?.alignment == .trailing && text.contains(where: \.isWhitespace): "text"
        default: nil
        }
    }

    /// What a figure comes from: the expression by which it was measured, and the counts behind a share whose row does not
    /// say how many there were in all.
    private func title(of cell: Table.Cell, in row: [Table.Cell], origin: String?) -> Attribute? {
        var counts: String?
        if case .proportion(let proportion, _, _) = cell,
            !row.contains(.number(Double(proportion.trials), .integer))
        {
            counts =
                "\(NumberFormat.integer.text(for: Double(proportion.successes))) of "
                + NumberFormat.integer.text(for: Double(proportion.trials))
        }
        let parts = [origin, counts].compactMap(\.self)
        return parts.isEmpty ? nil : Attribute("title", parts.joined(separator: " = "))
    }

    @NodeBuilder
    private func content(of cell: Table.Cell) -> [Node] {
        switch cell {
        case .text(let text):
            text
        case .number(let number, let format):
            format.text(for: number)
        case .measurement(let number, let format):
            Element("u") { format.text(for: number) }
        case .proportion(let proportion, let decimals, let showsInterval):
            NumberFormat.percent(decimals).text(for: proportion.share)
            if showsInterval {
                " "
                Element("small") { NumberFormat.percent(decimals).text(for: proportion.wilsonInterval) }
            }
        case .estimate(let number, let format, let interval):
            format.text(for: number)
            " "
            Element("small") { format.text(for: interval) }
        case .verdict(let verdict, let note):
            VerdictBadge.element(verdict, text: verdict.rawValue)
            if let note {
                " "
                Element("small") { note }
            }
        case .link(let text, let address):
            Element("a", .href(address)) { text }
        case .missing:
            "–"
        }
    }
}
