package import NotebookCore

/// All directives with their summaries, in the order of the vocabulary.
package struct VocabularyOverview {
    private let vocabulary: Vocabulary
    private let style: TextStyle
    private let columns: Int

    package init(_ vocabulary: Vocabulary, style: TextStyle, columns: Int) {
        self.vocabulary = vocabulary
        self.style = style
        self.columns = columns
    }

    private static let gap = 3

    package var text: String {
        let nameColumns = (vocabulary.names.map(\.terminalColumns).max() ?? 0) + Self.gap
        let entries = vocabulary.directives.map { directive in
            let indent = String(repeating: " ", count: nameColumns)
            let summary = directive.summary.wrapped(toColumns: columns, indent: indent)
            return style(directive.name, .accent) + summary.dropFirst(directive.name.terminalColumns)
        }
        return entries.joined(separator: "\n")
            + "\n\n`notebook directives NAME` tells everything about one of them.\n"
    }
}
