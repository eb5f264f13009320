/// One thing that a cell shows, as data: pages, exports, the cache, comparisons and tests all read the same.
package enum CellOutput: Hashable, Sendable, Codable {
    case table(Table)
    case chart(Chart)
    case images(ImageGrid)
    /// A paragraph of plain text.
    case text(String)

    /// What an output is numbered as; text is not.
    package enum Numbering: String, Hashable, Sendable, CaseIterable {
        case figure = "Figure"
        case table = "Table"
    }

    package var numbering: Numbering? {
        switch self {
        case .table: .table
        case .chart, .images: .figure
        case .text: nil
        }
    }
}
