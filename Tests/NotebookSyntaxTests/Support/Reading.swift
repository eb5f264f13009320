import NotebookCore
import NotebookSyntax

extension NotebookReading {
    /// A notebook of the fake directives, read.
    init(of text: String, overrides: NotebookOverrides = NotebookOverrides()) {
        self = NotebookReader(vocabulary: fakeVocabulary).read(text, file: "n.md", overrides: overrides)
    }

    /// All diagnostics as a user reads them.
    var messages: String {
        let writer = DiagnosticText(file: "n.md", source: source, isStyled: false)
        return diagnostics.map(writer.text).joined(separator: "\n")
    }

    /// The same in one line each: `2:7 error: summary | remedy`, without the excerpt.
    var lines: [String] {
        diagnostics.map { diagnostic in
            let place = diagnostic.location.map { "\($0.line):\($0.column)" } ?? "-"
            let texts = [diagnostic.summary, diagnostic.remedy, diagnostic.consequenceText].compactMap(\.self)
            return "\(place) \(diagnostic.severity.rawValue): " + texts.joined(separator: " | ")
        }
    }
}
