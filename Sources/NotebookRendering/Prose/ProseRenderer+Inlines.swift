import Foundation
import MarkdownSyntax
import Markup
import NotebookEngine

extension ProseRenderer {
    func inlines(_ content: [Inline]) -> [Node] { content.map { inline($0, linksAreLive: true) } }

    /// The content of something that is itself a link, in which no other may stand.
    func linklessInlines(_ content: [Inline]) -> [Node] { content.map { inline($0, linksAreLive: false) } }

    private func inline(_ inline: Inline, linksAreLive: Bool) -> Node {
        func inner(_ content: [Inline]) -> [Node] { content.map { self.inline($0, linksAreLive: linksAreLive) } }
        switch inline {
        case .text(let text): return .text(text)
        case .softBreak: return .text("\n")
        case .lineBreak: return .element(Element("br"))
        case .code(let code): return self.code(code.literal, linksAreLive: linksAreLive)
        case .emphasis(let content): return .element(Element("em") { inner(content) })
        case .strong(let content): return .element(Element("strong") { inner(content) })
        case .strikethrough(let content): return .element(Element("del") { inner(content) })
        case .link(let link): return linksAreLive ? self.link(link) : .fragment(inner(link.content))
        case .image(let image): return picture(image, linksAreLive: linksAreLive)
        case .html(let html): return .text(html)
        case .footnoteReference(let reference):
            return linksAreLive ? .element(footnoteMark(reference)) : .fragment([])
        }
    }

    /// Ordinary code, or the value that it stands for.
    private func code(_ literal: String, linksAreLive: Bool) -> Node {
        switch run.inlineText(for: literal) {
        case nil:
            return .element(Element("code") { literal })
        case .value(let text, let isMeasurement):
            guard let expression = run.notebook.inlineValues[literal] else { return .text(text) }
            return .element(
                values.element(text, isMeasurement: isMeasurement, of: expression, isLink: linksAreLive))
        case .unavailable(let reason):
            return .element(
                Element("span", .class("unavailable"), Attribute("title", "not available: \(reason)")) {
                    "–"
                    Element("span", .class("spoken")) { " (not available: \(reason))" }
                })
        }
    }

    private func link(_ link: Inline.Link) -> Node {
        let title: Attribute? = link.title.isEmpty ? nil : Attribute("title", link.title)
        switch LinkTarget(link.destination) {
        case .refused:
            return .fragment(inlines(link.content))
        case .anchor(let name):
            return .element(Element("a", .href(link.destination), title) { reference(link, to: name) })
        case .address(let address):
            let content = link.content.isEmpty ? [.text(address)] : linkContent(link)
            return address.isEmpty
                ? .fragment(content) : .element(Element("a", .href(files.address(address)), title) { content })
        }
    }

    /// `[Figure](#fig-errors)` becomes "Figure 9", as does `[](#fig-errors)`, which shows nothing on a forge.
    private func reference(_ link: Inline.Link, to anchor: String) -> [Node] {
        if let name = numbering.name(ofLinkTo: anchor, content: link.content) { return [.text(name)] }
        return link.content.plainText.isEmpty ? [.text("#" + anchor)] : linkContent(link)
    }

    private func linkContent(_ link: Inline.Link) -> [Node] { linklessInlines(link.content) }

    private func picture(_ image: Inline.Image, linksAreLive: Bool) -> Node {
        let description = image.content.plainText
        switch images[image.source] {
        case .embedded(let file):
            return .element(
                Element(
                    "img", .src(DataURI.address(of: file.data, mediaType: file.format.mediaType)), .alt(description),
                    image.title.isEmpty ? nil : Attribute("title", image.title)))
        case .remote(let address):
            let text = description.isEmpty ? address : description
            return linksAreLive ? .element(Element("a", .href(address)) { "Image: \(text)" }) : .text(text)
        case .missing:
            return .element(
                Element("span", .class("missing-image")) {
                    description.isEmpty ? "Image not found: \(image.source)" : "Image not found: \(description)"
                })
        }
    }

    private func footnoteMark(_ reference: FootnoteReference) -> Element {
        Element("sup") {
            Element(
                "a", .id(Self.referenceAnchor(reference.number, reference.occurrence)),
                .href("#fn-\(reference.number)"), .aria("label", "Footnote \(reference.number)")
            ) { String(reference.number) }
        }
    }
}
