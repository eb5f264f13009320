import Foundation
import MarkdownSyntax
import NotebookCore
import NotebookEngine
import NotebookRendering

/// A notebook's prose as Markdown for other programs: inline values filled in, references to figures by their numbers.
struct ExportedProse {
    let run: Run
    let numbering: OutputNumbering
    /// Whether the text can lead to figures and tables, or only name them.
    let linksToOutputs: Bool
    /// Whether the reader's program knows footnotes; otherwise their numbers stand in brackets.
    let hasFootnotes: Bool
    /// What stands for a picture that is at hand: the address under which the export has it.
    let address: (_ source: String, _ file: PictureFile) -> String
    let images: LocalImages
    /// Links to files beside the notebook, from where the export lies.
    let files: RelativeLinks

    /// The Markdown of blocks without cells among them.
    func text(of blocks: [Block]) -> String { writer.text(of: blocks) }

    func text(of footnote: Footnote) -> String { writer.text(of: footnote) }

    private var writer: MarkdownWriter {
        MarkdownWriter(footnotes: run.notebook.document.footnotes, showsHTMLAsText: true, replacing: replacement)
    }

    private func replacement(of inline: Inline) -> [Inline]? {
        switch inline {
        case .code(let code):
            switch run.inlineText(for: code.literal) {
            case nil: nil
            case .value(let text, isMeasurement: _): [.text(text)]
            case .unavailable: [.text("–")]
            }
        case .link(let link): self.link(link)
        case .image(let image): [picture(image)]
        case .footnoteReference(let reference): hasFootnotes ? nil : [.text("[\(reference.number)]")]
        default: nil
        }
    }

    private func link(_ link: Inline.Link) -> [Inline]? {
        switch LinkTarget(link.destination) {
        case .refused: return link.content
        case .address(let address):
            return [
                .link(
                    .init(
                        destination: files.address(address), title: link.title,
                        content: link.content.map(withoutRemotePictures)))
            ]
        case .anchor(let name):
            guard numbering.name(ofAnchor: name) != nil else { return nil }
            let content =
                numbering.name(ofLinkTo: name, content: link.content).map { [.text($0)] }
                ?? link.content.map(withoutRemotePictures)
            guard linksToOutputs else { return content }
            return [.link(.init(destination: link.destination, title: link.title, content: content))]
        }
    }

    /// The content of a link, in which no other link can stand: the description takes the place of a picture on the web.
    private func withoutRemotePictures(_ inline: Inline) -> Inline {
        switch inline {
        case .image(let image):
            guard case .remote(let address) = images[image.source] else { return inline }
            return .text(image.content.isEmpty ? address : image.content.plainText)
        case .emphasis(let content): return .emphasis(content.map(withoutRemotePictures))
        case .strong(let content): return .strong(content.map(withoutRemotePictures))
        case .strikethrough(let content): return .strikethrough(content.map(withoutRemotePictures))
        default: return inline
        }
    }

    private func picture(_ image: Inline.Image) -> Inline {
        switch images[image.source] {
        case .embedded(let file):
            return .image(
                .init(source: address(image.source, file), title: image.title, content: image.content))
        case .remote(let address):
            let description = image.content.isEmpty ? [.text(address)] : image.content
            return .link(.init(destination: address, title: image.title, content: [.text("Image: ")] + description))
        case .missing:
            return .text("Image not found: \(image.content.isEmpty ? image.source : image.content.plainText)")
        }
    }
}
