package import MarkdownSyntax
package import NotebookCore

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
        let front = FrontMatterReader(overrides: overrides).read(lines, file: file)
        diagnostics += front.diagnostics
        let body = lines.numbers.drop { $0 < front.firstLine }.map { String(lines[$0]) }.joined(separator: "\n")
        let document: MarkdownDocument
        do {
            document = try MarkdownDocument(parsing: body + "\n", firstLine: front.firstLine)
        } catch {
            diagnostics.append(Diagnostic(at: error.location, error.description))
            return NotebookReading(
                notebook: nil, diagnostics: diagnostics, parameterFileDiagnostics: front.parameterFileDiagnostics,
                source: lines)
        }
        var collector = CellCollector(vocabulary: vocabulary, parameters: front.frontMatter.parameters)
        collector.collect(from: document)
        let inlineValues = InlineValue.all(in: document, diagnostics: &diagnostics)
        diagnostics += collector.diagnostics
        // Cells that could not be read would make every mention of them look wrong as well.
        let check = NotebookCheck(
            cells: collector.cells, inlineValues: inlineValues, runValues: front.frontMatter.runValues,
            unreadLabels: collector.unreadLabels, isComplete: collector.diagnostics.isEmpty)
        diagnostics += check.diagnostics
        diagnostics.sort { ($0.location ?? .init(line: 0)) < ($1.location ?? .init(line: 0)) }
        let isValid = !(diagnostics + front.parameterFileDiagnostics).contains { $0.severity == .error }
        let notebook = Notebook(
            file: file, frontMatter: front.frontMatter, document: document, cells: collector.cells, source: lines,
            inlineValues: Dictionary(inlineValues.map { ($0.literal, $0.expression) }) { first, _ in first })
        return NotebookReading(
            notebook: isValid ? notebook : nil, diagnostics: diagnostics,
            parameterFileDiagnostics: front.parameterFileDiagnostics, source: lines)
    }
}

/// What came of reading a notebook.
package struct NotebookReading: Sendable {
    /// Nil where any diagnostic is an error.
    package let notebook: Notebook?
    package let diagnostics: [Diagnostic]
    /// What is wrong with the parameter file for this notebook, in places of that file.
    package let parameterFileDiagnostics: [Diagnostic]
    /// The lines that the diagnostics point into.
    package let source: SourceLines
}

extension MarkdownError {
    fileprivate var location: SourceLocation? {
        if case .nestedTooDeeply(let line, _) = self { SourceLocation(line: line) } else { nil }
    }
}
