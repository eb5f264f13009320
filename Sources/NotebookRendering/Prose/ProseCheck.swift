package import Foundation
import MarkdownSyntax
package import NotebookCore

/// Finds what a page could not show of a notebook's prose as it is meant, before any cell has run: images that are not there,
/// links that lead nowhere.
package struct ProseCheck {
    /// In the order of the file.
    package let warnings: [Diagnostic]

    /// - Parameters:
    ///   - unreadLabels: Labels of cells that are not among the notebook's, because they could not be read.
    ///   - baseDirectory: The notebook's folder, to which paths are relative.
    package init(_ notebook: Notebook, unreadLabels: Set<String> = [], baseDirectory: URL) {
        let document = notebook.document
        let places = PromisedPlaces(notebook.cells, unreadLabels: unreadLabels)
        let outline = Outline(
            document, frontMatter: notebook.frontMatter, file: notebook.file,
            reserved: places.anchors.union([OutputNumbering.main]))
        let links = LinkCheck(
            document, anchors: outline.anchors.union(places.anchors).union([OutputNumbering.main]),
            files: RelativeLinks(to: baseDirectory),
            isPlace: places.contain)
        let images = LocalImages(document.images, baseDirectory: baseDirectory)
        warnings = (images.warnings + links.warnings).inOrder
    }
}

extension [Diagnostic] {
    /// In the order of the file.
    var inOrder: [Diagnostic] {
        sorted { ($0.location ?? .init(line: 0)) < ($1.location ?? .init(line: 0)) }
    }
}
