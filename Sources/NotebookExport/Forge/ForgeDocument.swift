import Charts
import Foundation
import MarkdownSyntax
import NotebookCore
import NotebookEngine
import NotebookRendering

/// A run as Markdown that a forge renders: values and outputs in their places, images in a folder beside it.
struct ForgeDocument {
    private let run: Run
    private let name: String
    private let numbering: OutputNumbering
    private let pictures: ForgePictures
    private let prose: ExportedProse

    init(run: Run, name: String, baseDirectory: URL?, files: RelativeLinks) {
        self.run = run
        self.name = name
        numbering = OutputNumbering(run.cells)
        let images = LocalImages(run.notebook.document.images, baseDirectory: baseDirectory)
        let pictures = ForgePictures(run.notebook.document.images, images: images, folder: name + "-images")
        self.pictures = pictures
        prose = ExportedProse(
            run: run, numbering: numbering, linksToOutputs: true, hasFootnotes: true,
            address: { source, _ in pictures.path(of: source)?.percentEncodedPath ?? source }, images: images,
            files: files)
    }

    /// The Markdown file, then the images that it shows.
    var files: [ExportedFile] {
        var parts: [String] = []
        var images = pictures.files
        for part in run.exportedParts {
            switch part {
            case .head(let paragraphs): parts += paragraphs
            case .prose(let blocks): parts.append(prose.text(of: blocks))
            case .cell(let cell):
                let rendered = ForgeCell(cell: cell, numbering: numbering, folder: name + "-images")
                parts += rendered.parts
                images += rendered.images
            }
        }
        parts += run.notebook.document.footnotes.map { prose.text(of: $0) }
        parts += ["***", ExportedHead(run: run).colophon]
        let text = parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
        return [ExportedFile(path: name + ".md", data: Data(text.utf8))] + images
    }
}
