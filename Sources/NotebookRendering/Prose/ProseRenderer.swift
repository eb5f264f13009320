import MarkdownSyntax
import Markup
import NotebookCore
import NotebookEngine

/// Renders the blocks of a notebook's Markdown, with its cells in their places.
struct ProseRenderer {
    let run: Run
    let outline: Outline
    let numbering: OutputNumbering
    let images: LocalImages
    let files: RelativeLinks
    let values: InlineValueMarkup
    /// The sheets of small images.
    let sheetsElement: Element?
    /// The cells as they are shown, by the lines on which they begin.
    private let cells: [Int: Element]

    init(
        run: Run, outline: Outline, numbering: OutputNumbering, images: LocalImages, files: RelativeLinks,
        sheets: ImageSheets
    ) {
        self.run = run
        self.outline = outline
        self.numbering = numbering
        self.images = images
        self.files = files
        values = InlineValueMarkup(run)
        // Side by side, the sheets first, because they take longest.
        let elements = ([nil] + run.cells.map(Optional.some)).concurrentMap { cell in
            cell.map { CellRenderer(cell: $0, run: run, numbering: numbering, sheets: sheets).element }
                ?? sheets.element
        }
        sheetsElement = elements[0]
        cells = Dictionary(
            zip(run.cells.map(\.cell.lines.lowerBound), elements.dropFirst()).compactMap { line, element in
                element.map { (line, $0) }
            }
        ) { first, _ in first }
    }

    func blocks(_ blocks: [Block]) -> [Node] { blocks.map { block($0) } }

    private func block(_ block: Block) -> Node {
        switch block.content {
        case .paragraph(let content): .element(paragraph(content))
        case .heading(_, let content): .element(heading(content, line: block.lines.lowerBound))
        case .thematicBreak: .element(Element("hr"))
        case .code(let code): codeBlock(code, line: block.lines.lowerBound)
        case .quote(let blocks): .element(Element("blockquote") { self.blocks(blocks) })
        case .list(let list): .element(self.list(list))
        case .table(let table): .element(self.table(table))
        case .html(let html):
            .element(Element("pre", .class("raw")) { html })
        }
    }

    private func paragraph(_ content: [Inline]) -> Element {
        // A picture that stands alone is a figure of the prose.
        let isPicture =
            content.count == 1
            && content.contains { if case .image(let image) = $0 { images[image.source] != .missing } else { false } }
        return Element("p", .class(isPicture ? "picture" : nil), ProseDirection.attribute(of: content)) {
            inlines(content)
        }
    }

    private func heading(_ content: [Inline], line: Int) -> Element {
        guard let heading = outline.heading(onLine: line) else { return Element("p") { inlines(content) } }
        return Element("h\(heading.level)", .id(heading.anchor), ProseDirection.attribute(of: content)) {
            inlines(content)
        }
    }

    private func codeBlock(_ code: CodeBlock, line: Int) -> Node {
        if code.isTopLevelFence, let cell = cells[line] {
            return .element(cell)
        }
        return .element(Element("pre") { Element("code") { code.literal } })
    }

    private func list(_ list: Block.List) -> Element {
        let isTaskList = list.items.contains { $0.checkbox != nil }
        let start = list.start.flatMap { $0 == 1 ? nil : Attribute("start", $0) }
        return Element(list.start == nil ? "ul" : "ol", .class(isTaskList ? "tasks" : nil), start) {
            for item in list.items {
                Element("li", direction(of: item)) {
                    if case .paragraph(let content)? = item.blocks.first?.content {
                        // The box stands on the line of the item's first words.
                        let line = Node.fragment((box(item.checkbox).map { [.element($0)] } ?? []) + inlines(content))
                        list.isTight ? line : .element(Element("p") { line })
                        itemBlocks(item.blocks.dropFirst(), isTight: list.isTight)
                    } else {
                        box(item.checkbox)
                        itemBlocks(item.blocks[...], isTight: list.isTight)
                    }
                }
            }
        }
    }

    /// That of an item's first words; its other paragraphs have their own.
    private func direction(of item: Block.ListItem) -> Attribute? {
        guard case .paragraph(let content)? = item.blocks.first?.content else { return nil }
        return ProseDirection.attribute(of: content)
    }

    /// Blocks of a list's item; in a tight list its paragraphs are no blocks of their own.
    private func itemBlocks(_ blocks: ArraySlice<Block>, isTight: Bool) -> [Node] {
        blocks.map { block in
            if isTight, case .paragraph(let content) = block.content { return .fragment(inlines(content)) }
            return self.block(block)
        }
    }

    private func box(_ checkbox: Block.Checkbox?) -> Element? {
        guard let checkbox else { return nil }
        return Element(
            "span", .class("checkbox", checkbox == .checked ? "done" : nil), .role("img"),
            .aria("label", checkbox == .checked ? "Done:" : "To do:"))
    }

    private func table(_ table: Block.Table) -> Element {
        let classes = table.alignments.enumerated().compactMap { column, alignment -> String? in
            switch alignment {
            case .right: ColumnAlignment.trailing.className(ofColumn: column)
            case .center: ColumnAlignment.center.className(ofColumn: column)
            case .left, nil: nil
            }
        }
        // An empty corner is no heading; beside one, the others have to say what they are for.
        let scope = table.header.cells.contains(where: \.isEmpty) ? Attribute("scope", "col") : nil
        return ScrollBox.element {
            Element("table", .class(classes.isEmpty ? nil : classes.joined(separator: " "))) {
                Element("thead") {
                    Element("tr") {
                        for cell in table.header.cells {
                            Element(
                                cell.isEmpty ? "td" : "th", cell.isEmpty ? nil : scope,
                                ProseDirection.attribute(of: cell)
                            ) { inlines(cell) }
                        }
                    }
                }
                if !table.rows.isEmpty {
                    Element("tbody") {
                        for row in table.rows {
                            Element("tr") {
                                for cell in row.cells {
                                    Element("td", ProseDirection.attribute(of: cell)) { inlines(cell) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    /// The footnotes, each with links back to where the text refers to it; nil where there are none.
    var footnotes: Element? {
        let footnotes = run.notebook.document.footnotes
        guard !footnotes.isEmpty else { return nil }
        return Element("section", .class("footnotes"), .aria("label", "Footnotes")) {
            Element("ol") {
                for footnote in footnotes {
                    Element("li", .id("fn-\(footnote.number)")) {
                        blocks(footnote.blocks)
                        Element("p", .class("back")) {
                            for occurrence in 1...max(footnote.referenceCount, 1) {
                                Element(
                                    "a", .href("#" + Self.referenceAnchor(footnote.number, occurrence)),
                                    .aria("label", "Back to reference \(occurrence) of footnote \(footnote.number)")
                                ) { "↩" }
                            }
                        }
                    }
                }
            }
        }
    }

    static func referenceAnchor(_ number: Int, _ occurrence: Int) -> String {
        occurrence == 1 ? "fnref-\(number)" : "fnref-\(number)-\(occurrence)"
    }
}
