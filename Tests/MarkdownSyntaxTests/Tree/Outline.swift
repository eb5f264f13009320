import MarkdownSyntax

/// The tree in one line, without places, for comparison: `h1(a) p(b <code c>)`.
func outline(_ document: MarkdownDocument) -> String {
    let notes = document.footnotes.map { "[^\($0.number):\($0.label)](\(outline($0.blocks)))" }
    return ([outline(document.blocks)] + notes).filter { !$0.isEmpty }.joined(separator: " ")
}

func outline(_ text: String) throws -> String {
    outline(try MarkdownDocument(parsing: text))
}

private func outline(_ blocks: [Block]) -> String {
    blocks.map(outline).joined(separator: " ")
}

private func outline(_ block: Block) -> String {
    switch block.content {
    case .paragraph(let inlines): return "p(\(outline(inlines)))"
    case .heading(let level, let inlines): return "h\(level)(\(outline(inlines)))"
    case .thematicBreak: return "hr"
    case .code(let code):
        let info = code.info.map(\.text).joined(separator: ",")
        return "code[\(info)](\(code.literal.debugDescription))"
    case .quote(let blocks): return "quote(\(outline(blocks)))"
    case .list(let list):
        let items = list.items.map { item in
            let box = item.checkbox.map { $0 == .checked ? "x " : "_ " } ?? ""
            return "li(\(box)\(outline(item.blocks)))"
        }
        let kind = list.start.map { "ol\($0)" } ?? "ul"
        return "\(kind)\(list.isTight ? "" : "~")(\(items.joined(separator: " ")))"
    case .table(let table):
        let alignments = table.alignments.map { alignment in
            switch alignment {
            case .left: "l"
            case .center: "c"
            case .right: "r"
            case nil: "-"
            }
        }
        let rows = ([table.header] + table.rows).map { $0.cells.map(outline).joined(separator: "|") }
        return "table[\(alignments.joined())](\(rows.joined(separator: " / ")))"
    case .html(let html): return "html(\(html.debugDescription))"
    }
}

private func outline(_ inlines: [Inline]) -> String {
    inlines.map { inline in
        switch inline {
        case .text(let text): text
        case .softBreak: "<soft>"
        case .lineBreak: "<break>"
        case .code(let code): "<code \(code.literal)>"
        case .emphasis(let content): "<em \(outline(content))>"
        case .strong(let content): "<strong \(outline(content))>"
        case .strikethrough(let content): "<del \(outline(content))>"
        case .link(let link): "<link \(link.destination) \(link.title) \(outline(link.content))>"
        case .image(let image): "<image \(image.source) \(image.title) \(outline(image.content))>"
        case .html(let html): "<html \(html)>"
        case .footnoteReference(let reference): "<note \(reference.number).\(reference.occurrence)>"
        }
    }.joined()
}
