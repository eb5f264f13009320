/// A table of typed cells.
package struct Table: Hashable, Sendable, Codable {
    /// One column's heading and the side to which its cells align.
    package struct Column: Hashable, Sendable, Codable {
        package enum Alignment: String, Hashable, Sendable, Codable { case leading, trailing, center }

        package var title: String
        package var alignment: Alignment

        package init(_ title: String, _ alignment: Alignment = .trailing) {
            self.title = title
            self.alignment = alignment
        }
    }

    /// One cell of a table.
    package enum Cell: Hashable, Sendable, Codable {
        case text(String)
        case number(Double, NumberFormat)
        /// A share shown as percent with that many decimals, with its 95 % interval where `showsInterval` is set.
        case proportion(Proportion, decimals: Int, showsInterval: Bool)
        /// A duration, a speed or the like, which varies from run to run.
        case measurement(Double, NumberFormat)
        /// A number with its 95 % interval, both written in one format.
        case estimate(Double, NumberFormat, interval: ClosedRange<Double>)
        /// A verdict, with the rule behind it in a few words.
        case verdict(Verdict, note: String? = nil)
        /// A text that leads to another page, by an address relative to this one.
        case link(String, to: String)
        /// Nothing to show; rendered as a dash.
        case missing
    }

    /// What the table shows, in a few words; a caption of the notebook's author takes its place.
    package var title: String
    package var columns: [Column]
    /// Rows of as many cells as there are columns.
    package var rows: [[Cell]]
    /// Rows at the end that sum up the others.
    package var summaryRows: [[Cell]]

    package init(title: String, columns: [Column], rows: [[Cell]], summaryRows: [[Cell]] = []) {
        self.title = title
        self.columns = columns
        self.rows = rows
        self.summaryRows = summaryRows
    }
}
