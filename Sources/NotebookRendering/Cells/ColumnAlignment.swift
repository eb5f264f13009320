/// Classes of a table that say to which side its columns align, so that its cells need none.
enum ColumnAlignment: String {
    case trailing, center

    /// The most columns that the style sheet knows; those beyond read from the left.
    static let columnLimit = 24

    /// The class by which a table aligns the column at an index.
    func className(ofColumn index: Int) -> String { "\(rawValue)-\(index + 1)" }

    /// Selects the cells of all columns that align to this side.
    var selectors: String {
        (0..<Self.columnLimit).map { ".\(className(ofColumn: $0))>*>*>:nth-child(\($0 + 1))" }.joined(separator: ",")
    }
}
