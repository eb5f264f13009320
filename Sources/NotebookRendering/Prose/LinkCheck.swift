import MarkdownSyntax
import NotebookCore

/// Looks for links that a page does not follow or that lead to no place on it.
struct LinkCheck {
    let warnings: [Diagnostic]

    init(_ document: MarkdownDocument, outline: Outline, numbering: OutputNumbering) {
        let anchors = outline.anchors.union(numbering.anchors)
        var warnings: [Diagnostic] = []
        document.visitInlines { inline in
            guard case .link(let link) = inline else { return }
            let place = SourceLocation(line: link.position.line, column: link.position.column)
            switch LinkTarget(link.destination) {
            case .anchor(let name) where !name.isEmpty && !anchors.contains(name):
                let suggestion = Suggestion.closest(to: name, among: anchors.sorted())
                warnings.append(
                    Diagnostic(
                        .warning, at: place, "no heading, figure or table has the anchor `#\(name)`",
                        remedy: suggestion.map { "Did you mean `#\($0)`?" }))
            case .refused(let scheme):
                warnings.append(
                    Diagnostic(
                        .warning, at: place,
                        scheme.isEmpty ? "the link's address is not one" : "a page does not follow `\(scheme):` links",
                        remedy: "Its text is shown without the link; use `https:`, `mailto:` or a relative path."))
            case .anchor, .address:
                break
            }
        }
        self.warnings = warnings
    }
}
