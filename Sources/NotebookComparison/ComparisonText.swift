import NotebookCore

/// A comparison as text for a terminal or a file.
package struct ComparisonText {
    private let comparison: RunComparison

    package init(_ comparison: RunComparison) {
        self.comparison = comparison
    }

    /// Rows of a list of images; the JSON has all of them.
    private static let rowLimit = 40

    package var text: String {
        let head = "first   \(comparison.first.name)\nsecond  \(comparison.second.name)\n"
        guard !comparison.isEmpty else { return head + "\nNothing differs.\n" }
        let sections = comparison.sections(rowLimit: Self.rowLimit).map { section in
            let rows = section.table.map { "\n" + Self.indented($0.plainText) } ?? ""
            let omitted =
                section.omittedRows > 0 ? "\n  … and \(section.omittedRows) more, which `--format json` lists" : ""
            return "\(section.title)\n  \(section.summary)\(rows)\(omitted)\n"
        }
        return ([head] + sections).joined(separator: "\n")
    }

    private static func indented(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { "    " + $0 }.joined(separator: "\n")
    }
}
