/// One thing that a cell shows, as data: pages, exports, the cache, comparisons and tests all read the same.
package enum CellOutput: Hashable, Sendable, Codable {
    case table(Table)
    case chart(Chart)
    case images(ImageGrid)
    /// A paragraph of plain text.
    case text(String)
}
