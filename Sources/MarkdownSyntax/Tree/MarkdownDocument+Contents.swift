extension MarkdownDocument {
    /// The footnotes as a numbered list, for readers' programs that know none; nil where there are none.
    package var footnoteList: Block? {
        guard let first = footnotes.first, let last = footnotes.last else { return nil }
        let items = footnotes.map {
            Block.ListItem(checkbox: nil, blocks: $0.blocks, line: $0.lines.lowerBound)
        }
        let lines = min(first.lines.lowerBound, last.lines.lowerBound)
        return Block(
            content: .list(Block.List(start: first.number, isTight: false, items: items)), lines: lines...lines)
    }

    /// All code blocks in the order of the file's blocks, also those in quotes, lists and footnotes.
    package var codeBlocks: [CodeBlock] {
        var found: [CodeBlock] = []
        visitBlocks { block in
            if case .code(let code) = block.content { found.append(code) }
        }
        return found
    }

    /// All inline code, that of links, headings, tables and footnotes included.
    package var inlineCode: [InlineCode] {
        var found: [InlineCode] = []
        visitInlines { inline in
            if case .code(let code) = inline { found.append(code) }
        }
        return found
    }

    /// All images.
    package var images: [Inline.Image] {
        var found: [Inline.Image] = []
        visitInlines { inline in
            if case .image(let image) = inline { found.append(image) }
        }
        return found
    }

    /// Visits every block, each before those within it, the footnotes' last.
    package func visitBlocks(_ visit: (Block) -> Void) {
        for block in blocks { block.visitBlocks(visit) }
        for footnote in footnotes {
            for block in footnote.blocks { block.visitBlocks(visit) }
        }
    }

    /// Visits every inline, each before those within it, the footnotes' last.
    package func visitInlines(_ visit: (Inline) -> Void) {
        for block in blocks { block.visitInlines(visit) }
        for footnote in footnotes {
            for block in footnote.blocks { block.visitInlines(visit) }
        }
    }
}

extension Block {
    /// Visits this block, then every block within it.
    package func visitBlocks(_ visit: (Block) -> Void) {
        visit(self)
        switch content {
        case .quote(let blocks):
            for block in blocks { block.visitBlocks(visit) }
        case .list(let list):
            for block in list.items.flatMap(\.blocks) { block.visitBlocks(visit) }
        case .paragraph, .heading, .thematicBreak, .code, .table, .html:
            break
        }
    }

    /// Visits every inline of this block and of those within it, each before those within itself.
    package func visitInlines(_ visit: (Inline) -> Void) {
        visitBlocks { block in
            switch block.content {
            case .paragraph(let inlines), .heading(_, let inlines):
                for inline in inlines { inline.visitInlines(visit) }
            case .table(let table):
                for cell in ([table.header] + table.rows).flatMap(\.cells) {
                    for inline in cell { inline.visitInlines(visit) }
                }
            case .thematicBreak, .code, .quote, .list, .html:
                break
            }
        }
    }
}

extension Inline {
    /// Visits this inline, then every inline within it.
    package func visitInlines(_ visit: (Inline) -> Void) {
        visit(self)
        switch self {
        case .emphasis(let content), .strong(let content), .strikethrough(let content):
            for inline in content { inline.visitInlines(visit) }
        case .link(let link):
            for inline in link.content { inline.visitInlines(visit) }
        case .image(let image):
            for inline in image.content { inline.visitInlines(visit) }
        case .text, .softBreak, .lineBreak, .code, .html, .footnoteReference:
            break
        }
    }
}
