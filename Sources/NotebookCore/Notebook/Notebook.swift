package import MarkdownSyntax

/// A notebook that has been read and checked: prose, cells, and what the front matter says.
package struct Notebook: Sendable {
    /// The path as the user named it, for messages.
    package let file: String
    package let frontMatter: FrontMatter
    /// In the order of the file.
    package let cells: [Cell]

    package init(file: String, frontMatter: FrontMatter, cells: [Cell]) {
        self.file = file
        self.frontMatter = frontMatter
        self.cells = cells
    }
}
