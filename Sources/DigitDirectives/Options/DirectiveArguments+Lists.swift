import NotebookCore

extension DirectiveArguments {
    /// The elements of a list option, none of which may stand there twice.
    func distinct<Element: Hashable>(
        _ option: Option<[Element]>, text: (Element) -> String
    ) throws(Diagnostic) -> [Element] {
        let elements = self[option]
        var seen: Set<Element> = []
        for element in elements where !seen.insert(element).inserted {
            throw Diagnostic(
                at: location(of: option), "`\(option.name)` names \(text(element)) twice",
                remedy: "Name it once.")
        }
        return elements
    }
}
