package import MarkdownSyntax

/// Reads a notebook whole and checks it before any cell runs.
package struct NotebookReader: Sendable {
    package let vocabulary: Vocabulary

    package init(vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
    }

    /// Reads `text`, which came from `file`; the reading has every diagnostic, in the order of the file.
    package func read(
        _ text: String, file: String, overrides: NotebookOverrides = NotebookOverrides()
    ) -> NotebookReading {
        var diagnostics: [Diagnostic] = []
        let lines = SourceLines(text)
        if text.allSatisfy(\.isWhitespace) {
            diagnostics.append(
                Diagnostic(
                    at: nil, "the notebook is empty",
                    remedy: "Write some Markdown; `notebook directives` lists the cells that it may hold."))
        }
        let (frontMatter, firstLine) = FrontMatterReader(overrides: overrides).read(lines, into: &diagnostics)
        let body = lines.numbers.drop { $0 < firstLine }.map { String(lines[$0]) }.joined(separator: "\n")
        let document: MarkdownDocument
        do {
            document = try MarkdownDocument(parsing: body + "\n", firstLine: firstLine)
        } catch {
            diagnostics.append(Diagnostic(at: error.location, error.description))
            return NotebookReading(notebook: nil, diagnostics: diagnostics, source: lines)
        }
        var collector = CellCollector(vocabulary: vocabulary, parameters: frontMatter.parameters)
        collector.collect(from: document)
        let inlineValues = InlineValue.all(in: document, diagnostics: &diagnostics)
        diagnostics += collector.diagnostics
        // Cells that could not be read would make every mention of them look wrong as well.
        let check = NotebookCheck(
            cells: collector.cells, inlineValues: inlineValues, unreadLabels: collector.unreadLabels,
            isComplete: collector.diagnostics.isEmpty)
        diagnostics += check.diagnostics
        diagnostics.sort { ($0.location ?? .init(line: 0)) < ($1.location ?? .init(line: 0)) }
        let isValid = !diagnostics.contains { $0.severity == .error }
        let notebook = Notebook(
            file: file, frontMatter: frontMatter, document: document, cells: collector.cells, source: lines,
            inlineValues: Dictionary(inlineValues.map { ($0.literal, $0.expression) }) { first, _ in first })
        return NotebookReading(notebook: isValid ? notebook : nil, diagnostics: diagnostics, source: lines)
    }
}

/// What came of reading a notebook.
package struct NotebookReading: Sendable {
    /// Nil where any diagnostic is an error.
    package let notebook: Notebook?
    package let diagnostics: [Diagnostic]
    /// The lines that the diagnostics point into.
    package let source: SourceLines
}

extension MarkdownError {
    fileprivate var location: SourceLocation? {
        if case .nestedTooDeeply(let line, _) = self { SourceLocation(line: line) } else { nil }
    }
}
