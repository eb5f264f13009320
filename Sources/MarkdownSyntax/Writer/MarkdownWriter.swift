/// Writes a tree as GitHub's Markdown, which reads as the same tree again; descriptions of images become plain text.
///
/// Links are written out where they stand, so that a part of a document needs none of its definitions.
package struct MarkdownWriter {
    let footnoteLabels: [Int: String]
    let showsHTMLAsText: Bool
    private let replace: (Inline) -> [Inline]?

    /// - Parameters:
    ///   - footnotes: The footnotes that the text may refer to.
    ///   - showsHTMLAsText: Whether raw HTML is written so that readers see it, not what it stands for.
    ///   - replace: What to write in the place of an inline, as it is; nil for the inline itself.
    package init(
        footnotes: [Footnote] = [], showsHTMLAsText: Bool = false,
        replacing replace: @escaping (Inline) -> [Inline]? = { _ in nil }
    ) {
        self.showsHTMLAsText = showsHTMLAsText
        footnoteLabels = Dictionary(footnotes.map { ($0.number, $0.label) }) { first, _ in first }
        self.replace = replace
    }

    /// The whole document, its footnotes last.
    package func text(of document: MarkdownDocument) -> String {
        let parts = [text(of: document.blocks)] + document.footnotes.map { text(of: $0) }
        return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
    }

    /// Blocks with an empty line between them, without a line break at the end.
    package func text(of blocks: [Block]) -> String { lines(of: blocks).joined(separator: "\n") }

    /// The definition of a footnote.
    package func text(of footnote: Footnote) -> String {
        let lines = lines(of: footnote.blocks)
        return (["[^\(footnote.label)]: \(lines.first ?? "")"] + lines.dropFirst().map { $0.indented(by: 4) })
            .joined(separator: "\n")
    }

    func replacement(of inline: Inline) -> [Inline]? { replace(inline) }

    // MARK: Blocks

    private func lines(of blocks: [Block], isTight: Bool = false) -> [String] {
        var lines: [String] = []
        var markerTurn = 0
        for (index, block) in blocks.enumerated() {
            // Two lists in a row would be one, were their markers the same.
            let follows = index > 0 && block.isList && blocks[index - 1].isList
            markerTurn = follows ? markerTurn + 1 : 0
            if index > 0, !isTight { lines.append("") }
            lines += self.lines(of: block, alternatesMarker: !markerTurn.isMultiple(of: 2))
        }
        return lines
    }

    private func lines(of block: Block, alternatesMarker: Bool) -> [String] {
        switch block.content {
        case .paragraph(let content): paragraph(content)
        case .heading(let level, let content): [heading(level, content)]
        // Hyphens could be read as the underline of a heading or the marker of an item.
        case .thematicBreak: ["***"]
        case .code(let code): self.lines(of: code)
        case .quote(let blocks): lines(of: blocks).map { $0.isEmpty ? ">" : "> " + $0 }
        case .list(let list): self.lines(of: list, alternatesMarker: alternatesMarker)
        case .table(let table): self.lines(of: table)
        case .html(let html) where showsHTMLAsText: fenced(html, info: "html")
        case .html(let html): html.withoutFinalLineEnding.lines
        }
    }

    private func paragraph(_ content: [Inline]) -> [String] {
        let lines = text(of: content).lines
        return lines.map(\.withEscapedBlockMark)
    }

    private func heading(_ level: Int, _ content: [Inline]) -> String {
        let text = text(of: content, onOneLine: true)
        // Number signs at the end would be taken for a part of the heading's marks.
        let safe = text.hasSuffix("#") ? String(text.dropLast()) + "\\#" : text
        return String(repeating: "#", count: level) + (safe.isEmpty ? "" : " " + safe)
    }

    private func lines(of code: CodeBlock) -> [String] {
        fenced(code.literal, info: code.info.map(\.text).joined(separator: " "))
    }

    private func fenced(_ literal: String, info: String) -> [String] {
        let character: Character = info.contains("`") ? "~" : "`"
        let length = max(3, literal.longestRun(of: character) + 1)
        let fence = String(repeating: character, count: length)
        let body = literal.isEmpty ? [] : literal.withoutFinalLineEnding.lines
        return [fence + info] + body + [fence]
    }

    private func lines(of list: Block.List, alternatesMarker: Bool) -> [String] {
        var lines: [String] = []
        for (index, item) in list.items.enumerated() {
            if index > 0, !list.isTight { lines.append("") }
            let marker =
                list.start.map { "\($0 + index)" + (alternatesMarker ? ")" : ".") } ?? (alternatesMarker ? "+" : "-")
            var content = self.lines(of: item.blocks, isTight: list.isTight)
            if let checkbox = item.checkbox {
                content = [(checkbox == .checked ? "[x] " : "[ ] ") + (content.first ?? "")] + content.dropFirst()
            }
            lines.append(content.first.map { $0.isEmpty ? marker : "\(marker) \($0)" } ?? marker)
            lines += content.dropFirst().map { $0.indented(by: marker.count + 1) }
        }
        return lines
    }

    private func lines(of table: Block.Table) -> [String] {
        let delimiters = table.alignments.map { alignment in
            switch alignment {
            case .left: ":---"
            case .center: ":---:"
            case .right: "---:"
            case nil: "---"
            }
        }
        func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
        func row(_ tableRow: Block.TableRow) -> String {
            row(tableRow.cells.map { text(of: $0, onOneLine: true, isInTable: true) })
        }
        return [row(table.header), row(delimiters)] + table.rows.map(row)
    }
}

extension Block {
    fileprivate var isList: Bool { if case .list = content { true } else { false } }
}
