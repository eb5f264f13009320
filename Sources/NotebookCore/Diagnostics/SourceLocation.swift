/// A place in a notebook's text.
package struct SourceLocation: Hashable, Sendable, Codable {
    /// Line, from 1.
    package var line: Int
    /// Column in Unicode scalars, from 1.
    package var column: Int
    /// Number of scalars that the place spans; at least 1.
    package var length: Int

    package init(line: Int, column: Int = 1, length: Int = 1) {
        self.line = line
        self.column = column
        self.length = length
    }
}

extension SourceLocation: Comparable {
    package static func < (left: SourceLocation, right: SourceLocation) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }
}
