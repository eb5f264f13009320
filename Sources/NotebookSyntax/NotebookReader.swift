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
                draft: nil, unreadLabels: [], diagnostics: diagnostics,
                parameterFileDiagnostics: front.parameterFileDiagnostics, source: lines)
        }
        var collector = CellCollector(vocabulary: vocabulary, parameters: front.frontMatter.parameters)
        collector.collect(from: document, source: lines)
        let inlineValues = InlineValue.all(in: document, diagnostics: &diagnostics)
        let check = NotebookCheck(collector, inlineValues: inlineValues, runValues: front.frontMatter.runValues)
        diagnostics += collector.diagnostics.enumerated().map { index, diagnostic in
            guard let consequences = check.consequences[index] else { return diagnostic }
            // Whatever else refers to it proves that it was meant.
            var diagnostic = diagnostic
            diagnostic.severity = .error
            diagnostic.consequences = (diagnostic.consequences + consequences).sorted()
            return diagnostic
        }
        diagnostics += check.diagnostics
        diagnostics += InlineValue.warningsOfMissingSpaces(in: document, isKnown: check.isKnown)
        diagnostics.sort { ($0.location ?? .init(line: 0)) < ($1.location ?? .init(line: 0)) }
        let notebook = Notebook(
            file: file, frontMatter: front.frontMatter, document: document, cells: collector.cells, source: lines,
            inlineValues: Dictionary(inlineValues.map { ($0.literal, $0.expression) }) { first, _ in first })
        return NotebookReading(
            draft: notebook, unreadLabels: Set(collector.unread.compactMap(\.label)), diagnostics: diagnostics,
            parameterFileDiagnostics: front.parameterFileDiagnostics, source: lines)
    }
}

/// What came of reading a notebook.
package struct NotebookReading: Sendable {
    /// The notebook as far as it can be read: without the cells that cannot. Nil where its Markdown cannot be parsed.
    package let draft: Notebook?
    /// Labels of the cells that the draft lacks.
    package let unreadLabels: Set<String>
    package let diagnostics: [Diagnostic]
    /// What is wrong with the parameter file for this notebook, in places of that file.
    package let parameterFileDiagnostics: [Diagnostic]
    /// The lines that the diagnostics point into.
    package let source: SourceLines

    /// The notebook, ready to run; nil where any diagnostic is an error.
    package var notebook: Notebook? {
        (diagnostics + parameterFileDiagnostics).contains { $0.severity == .error } ? nil : draft
    }
}

extension MarkdownError {
    fileprivate var location: SourceLocation? {
        if case .nestedTooDeeply(let line, _) = self { SourceLocation(line: line) } else { nil }
    }
}
