import MarkdownSyntax
import NotebookCore

/// Options that are written as comments, as Quarto and Jupyter take them: `#| label: x`.
///
/// YAML skips what begins with `#`, so that they would be without effect.
struct ForeignOptions {
    private static let marks = ["#|", "%%|", "//|", "--|"]

    /// What is wrong with such lines of a cell, of which the first is told.
    static func problem(in code: CodeBlock, of directive: any Directive.Type) -> Diagnostic? {
        var problem: Diagnostic?
        for (index, line) in code.literal.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let text = line.trimmed
            guard let mark = marks.first(where: text.hasPrefix) else { continue }
            let indent = line.prefix { $0.isWhitespace }.unicodeScalars.count
            let position = code.filePosition(ofLiteral: SourcePosition(line: index + 1, column: indent + 1))
            let place = SourceLocation(
                line: position.line, column: position.column, length: text.unicodeScalars.count)
            if problem == nil {
                problem = Diagnostic(
                    at: place, "an option stands in a comment, where it has no effect",
                    remedy: remedy(for: text.dropFirst(mark.count).trimmed, mark: mark, of: directive))
            } else {
                problem?.consequences.append(place)
            }
        }
        return problem
    }

    private static func remedy(for option: String, mark: String, of directive: any Directive.Type) -> String {
        let parts = option.split(separator: ":", maxSplits: 1).map(\.trimmed)
        if parts.count == 2, parts[0] == "label" || parts[0] == "id" {
            return "A cell's label stands behind the directive: ```` ```\(directive.name) \(parts[1]) ````."
        }
        return option.isEmpty ? "Take `\(mark)` out." : "Write `\(option)`, without `\(mark)`."
    }
}
