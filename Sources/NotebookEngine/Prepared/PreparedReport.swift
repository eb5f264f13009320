import MarkdownSyntax
package import NotebookCore

/// A page that the program writes itself, as a run, so that it is rendered as every page is.
package struct PreparedReport: Sendable {
    /// A heading with outputs below it.
    package struct Section: Sendable {
        /// Begins the anchors of its figures and tables; unique on the page.
        package var id: String
        /// Nil for outputs that follow the text before them.
        package var title: String?
        package var outputs: [CellOutput]

        package init(id: String, title: String? = nil, outputs: [CellOutput]) {
            self.id = id
            self.title = title
            self.outputs = outputs
        }
    }

    package var title: String
    /// One paragraph of Markdown.
    package var introduction: String
    package var sections: [Section]
    package var environment: RunEnvironment
    /// What the page calls its source.
    package var file = ""
    package var theme = FrontMatter.Theme.automatic
    /// Where the data behind the outputs come from.
    package var provenance: DataProvenance?
    /// Seconds that the outputs took to compute.
    package var seconds = 0.0

    package init(title: String, introduction: String, sections: [Section], environment: RunEnvironment) {
        self.title = title
        self.introduction = introduction
        self.sections = sections
        self.environment = environment
    }

    package var run: Run {
        var text = introduction + "\n"
        var cells: [CellRun] = []
        for (index, section) in sections.enumerated() {
            if let title = section.title { text += "\n## \(title.escapedForMarkdown)\n" }
            let line = text.count { $0 == "\n" } + 2
            text += "\n```\(PreparedOutputs.name)\n```\n"
            let isFirst = index == 0
            let cell = Cell(
                id: section.id, label: nil, directive: PreparedOutputs(section.outputs),
                lines: line...line + 1, source: "", canonicalOptions: [:], usedParameters: [:], optionReferences: [:],
                presentation: Presentation(showsSource: false))
            cells.append(
                CellRun(
                    cell: cell, status: .ok,
                    result: CellResult(outputs: section.outputs, provenance: isFirst ? provenance : nil), failure: nil,
                    seconds: isFirst ? seconds : 0, substituteFor: provenance?.substituteFor))
        }
        return Run(
            notebook: Notebook(
                file: file, frontMatter: FrontMatter(title: title, theme: theme), document: Self.parse(text),
                cells: cells.map(\.cell), source: SourceLines(text), inlineValues: [:]),
            cells: cells, environment: environment)
    }

    private static func parse(_ text: String) -> MarkdownDocument {
        do {
            return try MarkdownDocument(parsing: text)
        } catch {
            preconditionFailure("paragraphs and code blocks cannot be parsed: \(error)")
        }
    }
}
