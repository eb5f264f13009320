import MarkdownSyntax
import NotebookCore

/// Looks for links that a page does not follow or that lead to no place on it.
struct LinkCheck {
    let warnings: [Diagnostic]

    /// Wrong anchors for which the right one is guessed; whoever has more has other worries.
    private static let suggestionLimit = 20

    /// - Parameters:
    ///   - anchors: Those of the page, among which suggestions are looked for.
    ///   - isPlace: Whether a name that is none of them may be an anchor all the same.
    ///   - files: What links to files beside the notebook lead to.
    init(
        _ document: MarkdownDocument, anchors: Set<String>, files: RelativeLinks,
        isPlace: (String) -> Bool = { _ in false }
    ) {
        let candidates = anchors.sorted()
        var warnings: [Diagnostic] = []
        // The position of the warning of each wrong anchor.
        var told: [String: Int] = [:]
        document.visitInlines { inline in
            guard case .link(let link) = inline else { return }
            let place = SourceLocation(line: link.position.line, column: link.position.column)
            switch LinkTarget(link.destination) {
            case .anchor(let name) where !name.isEmpty && !anchors.contains(name) && !isPlace(name):
                if let position = told[name] {
                    warnings[position].consequences.append(place)
                    return
                }
                let suggestion =
                    told.count < Self.suggestionLimit ? Suggestion.closest(to: name, among: candidates) : nil
                told[name] = warnings.count
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
            case .address(let address):
                guard let path = files.missingFile(address) else { return }
                warnings.append(
                    Diagnostic(
                        .warning, at: place, "the link leads to `\(path)`, and there is no such file",
                        remedy: "Paths are relative to the notebook's folder."))
            case .anchor:
                break
            }
        }
        self.warnings = warnings
    }
}
