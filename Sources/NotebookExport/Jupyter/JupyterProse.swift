import Foundation
import MarkdownSyntax
import NotebookEngine
import NotebookRendering

/// Blocks of prose as the source of a Markdown cell, with the pictures that go with it.
struct JupyterProse {
    let text: String
    /// Pictures by the names that the text has for them.
    private(set) var attachments: [String: PictureFile] = [:]

    init(
        _ blocks: [Block], run: Run, numbering: OutputNumbering, images: LocalImages, files: RelativeLinks
    ) {
        let prose = Self.prose(run: run, numbering: numbering, images: images, files: files)
        text = prose.text(of: blocks)
        for block in blocks {
            block.visitInlines { inline in
                if case .image(let image) = inline, case .embedded(let file) = images[image.source] {
                    attachments[Self.attachmentName(image.source, file)] = file
                }
            }
        }
    }

    private static func prose(
        run: Run, numbering: OutputNumbering, images: LocalImages, files: RelativeLinks
    ) -> ExportedProse {
        ExportedProse(
            run: run, numbering: numbering, linksToOutputs: false, hasFootnotes: false,
            address: { source, file in "attachment:" + attachmentName(source, file) }, images: images,
            files: files)
    }

    /// The file's name, in letters that need no escape in an address.
    private static func attachmentName(_ source: String, _ file: PictureFile) -> String {
        let stem = source.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }
        return String(stem) + "." + file.format.fileExtension
    }
}
