extension Sequence<Inline> {
    /// The text without its marks: for anchors, alternative texts and terminals.
    ///
    /// Ends of line are spaces, an image is its description, raw HTML is itself, references to footnotes are left
    /// out.
    package var plainText: String {
        var text = ""
        for inline in self {
            switch inline {
            case .text(let string), .html(let string): text += string
            case .softBreak, .lineBreak: text += " "
            case .code(let code): text += code.literal
            case .emphasis(let content), .strong(let content), .strikethrough(let content): text += content.plainText
            case .link(let link): text += link.content.plainText
            case .image(let image): text += image.content.plainText
            case .footnoteReference: break
            }
        }
        return text
    }
}
