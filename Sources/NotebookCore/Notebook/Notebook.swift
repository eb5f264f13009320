package import MarkdownSyntax

/// A notebook that has been read and checked: prose, cells, and what the front matter says.
package struct Notebook: Sendable {
    /// The path as the user named it, for messages.
    package let file: String
    package let frontMatter: FrontMatter
    /// The whole text below the front matter; cells are the top-level code blocks that begin on their lines.
    package let document: MarkdownDocument
    /// In the order of the file.
    package let cells: [Cell]
    /// The file's lines.
    package let source: SourceLines
    /// Expressions of the prose's inline values, by the inline code as written.
    package let inlineValues: [String: ValueExpression]

    package init(
        file: String, frontMatter: FrontMatter, document: MarkdownDocument, cells: [Cell], source: SourceLines,
        inlineValues: [String: ValueExpression]
    ) {
        self.file = file
        self.frontMatter = frontMatter
        self.document = document
        self.cells = cells
        self.source = source
        self.inlineValues = inlineValues
    }
}
