package import MarkdownSyntax
import Markup
package import NotebookCore

/// What is wrong with a notebook, as markup to lay over its last good page.
package struct DiagnosticsPanel: Sendable {
    /// All that is wrong in one file.
    package struct Part: Sendable {
        package var file: String
        package var source: SourceLines
        package var diagnostics: [Diagnostic]

        package init(file: String, source: SourceLines, diagnostics: [Diagnostic]) {
            self.file = file
            self.source = source
            self.diagnostics = diagnostics
        }
    }

    private let parts: [Part]

    package init(_ parts: [Part]) {
        self.parts = parts
    }

    package var html: String {
        let count = parts.reduce(0) { $0 + $1.diagnostics.count }
        return Node {
            Element("h2") { count == 1 ? "One thing is wrong" : "\(count) things are wrong" }
            Element("p") {
                "This sheet covers the page of the notebook as it was before. Mend what is listed and save: then the page is back."
            }
            Element("ol") {
                for part in parts {
                    for diagnostic in part.diagnostics { item(diagnostic, in: part) }
                }
            }
        }.markup
    }

    private func item(_ diagnostic: Diagnostic, in part: Part) -> Element {
        let place = diagnostic.location.map { "\(part.file):\($0.line):\($0.column)" } ?? part.file
        let excerpt = DiagnosticText(file: part.file, source: part.source, isStyled: false).excerpt(of: diagnostic)
        return Element("li") {
            Element("p") {
                Element("span", .class("place")) { place }
                " "
                BacktickedText(diagnostic.summary).nodes
            }
            if !excerpt.isEmpty { Element("pre") { Element("code") { excerpt.joined(separator: "\n") } } }
            if let remedy = diagnostic.remedy { Element("p") { BacktickedText(remedy).nodes } }
            if let text = diagnostic.consequenceText { Element("p") { text } }
        }
    }
}
