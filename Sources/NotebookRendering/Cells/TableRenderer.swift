import Markup
import NotebookCore

/// Renders a table of typed cells: numbers aligned by their digits, verdicts by colour and word.
struct TableRenderer {
    let table: Table
    /// What assistive technology calls the box in which a wide table scrolls.
    let label: String

    var element: Element {
        ScrollBox.element(label: label, className: stacks ? "stacking" : nil) {
            Element("table", .class(stacks ? "stacks" : nil, isAllNumbers ? "numbers" : nil)) {
                Element("thead") {
                    Element("tr") {
                        for (index, column) in table.columns.enumerated() {
                            // An empty corner is no heading.
                            Element(
                                column.title.isEmpty ? "td" : "th", .class(className(ofColumn: index)),
                                column.title.isEmpty ? nil : Attribute("scope", "col")
                            ) { column.title }
                        }
                    }
                }
                Element("tbody") {
                    for row in table.rows { self.row(row) }
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

    /// Whether each row stands as a block of its own on a phone: with verdicts, which no reader should have to scroll for.
    private var stacks: Bool {
        table.rows.joined().contains { if case .verdict = $0 { true } else { false } }
    }

    private func row(_ cells: [Table.Cell]) -> Element {
        Element("tr") {
            for (index, cell) in cells.enumerated() {
                let column = table.columns.indices.contains(index) ? table.columns[index] : nil
                let isHeading = index == 0 && column?.alignment == .leading && isText(cell)
                Element(
                    isHeading ? "th" : "td", .class(className(ofColumn: index), className(cell, in: column)),
                    isHeading ? Attribute("scope", "row") : nil,
                    stacks && !isHeading ? column.map { .data("title", $0.title) } : nil
                ) { content(of: cell) }
            }
        }
    }

    private func isText(_ cell: Table.Cell) -> Bool {
        if case .text(let text) = cell { !text.isEmpty } else { false }
    }

    /// Whether all columns but the first are trailing, as in a table of data; then the table says so once, not each cell.
    private var isAllNumbers: Bool {
        table.columns.count > 1 && table.columns.dropFirst().allSatisfy { $0.alignment == .trailing }
    }

    private func className(ofColumn index: Int) -> String? {
        guard table.columns.indices.contains(index) else { return nil }
        return switch table.columns[index].alignment {
        case .leading: "leading"
        case .trailing: isAllNumbers ? nil : "trailing"
        case .center: "center"
        }
    }

    /// Numbers stay on one line, text may wrap; where it is long it reads from the left whatever its column's side.
    private func className(_ cell: Table.Cell, in column: Table.Column?) -> String? {
        guard case .text(let text) = cell else { return nil }
        if text.count > 24 { return "words" }
        return column?.alignment == .trailing ? "text" : nil
    }

    @NodeBuilder
    private func content(of cell: Table.Cell) -> [Node] {
        switch cell {
        case .text(let text):
            text
        case .number(let number, let format):
            format.text(for: number)
        case .measurement(let number, let format):
            Element("span", .class("value measurement"), Attribute("title", "measured; varies from run to run")) {
                format.text(for: number)
            }
        case .proportion(let proportion, let decimals, let showsInterval):
            self.proportion(proportion, decimals: decimals, showsInterval: showsInterval)
        case .verdict(let verdict):
            VerdictBadge.element(verdict, text: verdict.rawValue)
        case .link(let text, let address):
            Element("a", .href(address)) { text }
        case .missing:
            Element("span", .class("missing")) { "–" }
        }
    }

    @NodeBuilder
    private func proportion(_ proportion: Proportion, decimals: Int, showsInterval: Bool) -> [Node] {
        let format = NumberFormat.percent(decimals)
        let counts =
            "\(NumberFormat.integer.text(for: Double(proportion.successes))) of "
            + NumberFormat.integer.text(for: Double(proportion.trials))
        Element("span", Attribute("title", counts)) { format.text(for: proportion.share) }
        if showsInterval {
            let interval = proportion.wilsonInterval
            let numbers = NumberFormat.fixed(decimals)
            " "
            Element("span", .class("interval"), Attribute("title", "95\u{202F}% interval (Wilson)")) {
                numbers.text(for: interval.lowerBound * 100) + "–" + numbers.text(for: interval.upperBound * 100)
            }
        }
    }
}
