extension HeatMap {
    /// Images behind one cell, for readers who want to see what was counted.
    package struct Examples: Hashable, Sendable, Codable {
        package var row: Int
        package var column: Int
        /// What they are, such as "4 read as 9, all 6 images".
        package var title: String
        package var items: [ImageGrid.Item]

        package init(row: Int, column: Int, title: String, items: [ImageGrid.Item]) {
            self.row = row
            self.column = column
            self.title = title
            self.items = items
        }
    }
}
