package import Foundation
import MarkdownSyntax
import Markup
import NotebookCore
package import NotebookEngine

/// Renders a finished run as one self-contained HTML page: inline style, inline SVG, images as data URIs, and one small
/// script for what of it can answer to the reader.
///
/// The same run gives the same bytes, whether its results were computed or came from the cache.
package struct PageRenderer: Sendable {
    private let run: Run
    private let baseDirectory: URL?
    private let outputDirectory: URL?
    private let showsColophon: Bool

    /// - Parameters:
    ///   - baseDirectory: The notebook's folder, to which its images' paths are relative; nil embeds none.
    ///   - outputDirectory: The folder in which the page is to lie, from which its links lead to files beside the notebook.
    ///   - showsColophon: Whether the foot of the page tells what it was made with.
    package init(
        run: Run, baseDirectory: URL?, outputDirectory: URL? = nil, showsColophon: Bool = true
    ) {
        self.run = run.withHarmonizedCharts
        self.baseDirectory = baseDirectory
        self.outputDirectory = outputDirectory
        self.showsColophon = showsColophon
    }

    package func html() -> RenderedPage { drawn().html() }

    /// What the page shows. Most of the work lies here: pages that differ in their scripts can share it.
    package func drawn() -> DrawnPage {
        let frontMatter = run.notebook.frontMatter
        let document = run.notebook.document
        let numbering = OutputNumbering(run.cells)
        let sheets = ImageSheets(run.cells)
        let outline = Outline(
            document, frontMatter: frontMatter, file: run.notebook.file,
            reserved: numbering.anchors.union(sheets.anchors))
        let images = LocalImages(document.images, baseDirectory: baseDirectory)
        // What a cell would have shown is missing because it failed: that is told.
        let missing = PromisedPlaces(run.cells.filter { $0.status != .ok }.map(\.cell))
        let files = RelativeLinks(from: outputDirectory, to: baseDirectory)
        let links = LinkCheck(
            document, anchors: outline.anchors.union(numbering.anchors), files: files, isPlace: missing.contain)
        let prose = ProseRenderer(
            run: run, outline: outline, numbering: numbering, images: images, files: files, sheets: sheets)
        let contents = frontMatter.showsContents ? ContentsList(outline: outline, prose: prose).element : nil
        let content = Node {
            Element("a", .class("skip"), .href("#main")) { "Skip to the text" }
            TitleBlock(run: run, outline: outline, prose: prose).element
            contents
            Element("main", .id("main")) {
                prose.blocks(outline.body)
                prose.footnotes
                prose.sheetsElement
            }
            if showsColophon { Colophon(run: run).element }
        }
        return DrawnPage(
            run: run, title: outline.title, isPlain: contents == nil, content: content,
            warnings: (images.warnings + links.warnings).inOrder, imageFiles: images.files)
    }
}
