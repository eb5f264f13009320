import MarkdownSyntax
import NotebookCore
package import NotebookEngine

/// The page of a comparison, as a run of its own, so that it is rendered as every page is.
package struct ComparisonReport: Sendable {
    private let comparison: RunComparison
    private let version: String

    /// - Parameter version: Version of the program.
    package init(_ comparison: RunComparison, version: String) {
        self.comparison = comparison
        self.version = version
    }

    /// Rows of a list of images; the JSON has all of them.
    private static let rowLimit = 200

    package var run: Run {
        let (first, second) = (comparison.first.name.escapedForMarkdown, comparison.second.name.escapedForMarkdown)
        let introduction =
            comparison.isEmpty
            ? "Nothing differs between \(first) and \(second)."
            : "What differs between \(first), the first run, and \(second), the second."
        let sections = comparison.isEmpty ? [] : comparison.sections(rowLimit: Self.rowLimit)
        return PreparedReport(
            title: "Two runs compared", introduction: introduction,
            sections: sections.map { section in
                let omitted = section.omittedRows > 0 ? ["\(section.omittedRows) more are not listed."] : []
                return .init(
                    id: section.id, title: section.title,
                    outputs: [.text(section.summary)] + (section.table.map { [.table($0)] } ?? [])
                        + omitted.map { .text($0) })
            },
            // The runs' own conditions are a part of the comparison; it has none itself.
            environment: RunEnvironment(
                version: version, operatingSystem: "", processor: "", kernels: "", threads: 1, seed: 0, parameters: [:])
        ).run
    }
}
