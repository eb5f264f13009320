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
        case .address: return nil
        case .anchor(let name):
            guard let output = numbering.name(ofAnchor: name) else { return nil }
            let content = link.content.isEmpty ? [.text(output)] : link.content
            guard linksToOutputs else { return content }
            return [.link(.init(destination: link.destination, title: link.title, content: content))]
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
