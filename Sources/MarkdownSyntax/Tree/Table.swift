extension Block {
    /// A table with a header row. Every row has as many cells as there are columns.
    package struct Table: Sendable, Equatable {
        /// The alignment of each column; nil where the table names none.
        package let alignments: [Alignment?]
        /// The row of headings.
        package let header: TableRow
        /// The rows below it.
        package let rows: [TableRow]
    }

    /// A row of a table.
    package struct TableRow: Sendable, Equatable {
        /// The cells from left to right, as many as the table has columns.
        package let cells: [[Inline]]
        /// The line of the file that holds the row.
        package let line: Int
    }

    /// Where a column's text stands.
    package enum Alignment: Sendable, Equatable {
        /// `:--`
        case left
        /// `:-:`
        case center
        /// `--:`
        case right
    }
}
