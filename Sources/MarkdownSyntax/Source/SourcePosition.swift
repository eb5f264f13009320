/// A place in a notebook's file, as a diagnostic names it.
///
/// Both numbers count from 1. A column counts Unicode scalars (as libyaml's marks do), not bytes and not
/// grapheme clusters; a tab is one column.
package struct SourcePosition: Sendable, Hashable, Comparable {
    /// The line, 1 for the first line of the file.
    package let line: Int
    /// The column in Unicode scalars, 1 for the first scalar of the line.
    package let column: Int

    /// Creates the position of a scalar in a line, both counted from 1.
    package init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    /// Orders positions as they follow each other in the file.
    package static func < (left: Self, right: Self) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }
}
