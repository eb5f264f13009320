extension TreeReader {
    /// Reads sibling blocks that lie within `lines` of the file.
    ///
    /// - Parameter boundaries: lines, ascending, at which something else begins that is no sibling any more.
    mutating func blocks(
        _ nodes: [CMarkNode], in lines: Range<Int>, container: CodeBlock.Container?, boundaries: [Int] = []
    ) throws(MarkdownError) -> [Block] {
        var blocks: [Block] = []
        let starts = startLines(of: nodes, in: lines)
        for (index, node) in nodes.enumerated() {
            let start = starts[index]
            var next = index + 1 < nodes.count ? starts[index + 1] : lines.upperBound
            if let boundary = boundaries.first(where: { $0 > start }) { next = min(next, boundary) }
            let range = start...lastLine(of: node, from: start, before: next)
            if container == nil, depth == 0 {
                codeSpans = CodeSpanLocator(source: source, lines: start..<range.upperBound + 1)
            }
            let block = try descend(at: start) { (reader) throws(MarkdownError) in
                try reader.block(node, lines: range, container: container)
            }
            blocks.append(block)
        }
        return blocks
    }

    /// The first lines of siblings. cmark knows none for a paragraph whose last line became a table's header.
    private func startLines(of nodes: [CMarkNode], in lines: Range<Int>) -> [Int] {
        var starts: [Int] = []
        var earliest = lines.lowerBound
        for node in nodes {
            let line = fileLine(node.startLine)
            if node.startLine > 0, line >= earliest, line < lines.upperBound { earliest = line }
            starts.append(earliest)
        }
        // The table takes over the paragraph's line, so what stands before it starts there.
        for index in nodes.indices.dropLast().reversed() where nodes[index].startLine == 0 {
            starts[index] = starts[index + 1]
        }
        for index in nodes.indices.dropFirst() where nodes[index - 1].startLine == 0 && nodes[index].type == "table" {
            starts[index] = headerLine(ofTableBehindParagraphFrom: starts[index], before: lines.upperBound)
        }
        return starts
    }

    /// The line above the first delimiter row (`|--|`) behind a paragraph that starts at a line.
    private func headerLine(ofTableBehindParagraphFrom start: Int, before end: Int) -> Int {
        let row = (start + 2..<max(start + 2, end)).first { number in
            let marks = source[number].utf8.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x3E }
            return marks.contains(0x2D) && marks.allSatisfy("|:- \t".utf8.contains)
        }
        return row.map { $0 - 1 } ?? start
    }

    /// The last line of a block that starts at one line and ends before another.
    private func lastLine(of node: CMarkNode, from start: Int, before next: Int) -> Int {
        var last = max(start, next - 1)
        switch node.type {
        case "paragraph", "code_block", "thematic_break", "table":
            let end = fileLine(node.endLine)
            if end >= start, end <= last { last = end }
        default:
            break  // cmark's ends of lists, quotes, HTML and underlined headings are not to be trusted.
        }
        return source.lastInkedLine(from: start, through: last)
    }

    private mutating func block(
        _ node: CMarkNode, lines: ClosedRange<Int>, container: CodeBlock.Container?
    ) throws(MarkdownError) -> Block {
        let halfOpen = lines.lowerBound..<lines.upperBound + 1
        switch node.type {
        case "paragraph":
            return Block(content: .paragraph(try inlines(of: node, within: lines)), lines: lines)
        case "heading":
            return Block(
                content: .heading(level: node.headingLevel, try inlines(of: node, within: lines)), lines: lines)
        case "thematic_break":
            return Block(content: .thematicBreak, lines: lines)
        case "block_quote":
            return Block(
                content: .quote(try blocks(node.children, in: halfOpen, container: .quote)), lines: lines)
        case "list":
            return Block(content: .list(try list(node, lines: halfOpen)), lines: lines)
        case "table":
            return Block(content: .table(try table(node, lines: lines)), lines: lines)
        case "code_block":
            return code(node, lines: lines, container: container)
        default:
            return Block(content: .html(node.literal), lines: lines)
        }
    }

    private mutating func list(_ node: CMarkNode, lines: Range<Int>) throws(MarkdownError) -> Block.List {
        let items = node.children
        let starts = startLines(of: items, in: lines)
        var read: [Block.ListItem] = []
        for (index, item) in items.enumerated() {
            let next = index + 1 < items.count ? starts[index + 1] : lines.upperBound
            let range = starts[index]..<max(starts[index] + 1, next)
            let blocks = try descend(at: starts[index]) { (reader) throws(MarkdownError) in
                try reader.blocks(item.children, in: range, container: .listItem)
            }
            let checkbox: Block.Checkbox? =
                item.type == "tasklist" ? (item.isCheckedTask ? .checked : .unchecked) : nil
            read.append(Block.ListItem(checkbox: checkbox, blocks: blocks, line: starts[index]))
        }
        return Block.List(start: node.listStart, isTight: node.isTightList, items: read)
    }

    private mutating func table(_ node: CMarkNode, lines: ClosedRange<Int>) throws(MarkdownError) -> Block.Table {
        let alignments: [Block.Alignment?] = node.tableAlignments.map { letter in
            switch letter {
            case UInt8(ascii: "l"): .left
            case UInt8(ascii: "c"): .center
            case UInt8(ascii: "r"): .right
            default: nil
            }
        }
        var rows: [Block.TableRow] = []
        for row in node.children {
            // The header's own line is wrong behind a paragraph, the table's has been put right.
            let line =
                rows.isEmpty ? lines.lowerBound : min(max(fileLine(row.startLine), lines.lowerBound), lines.upperBound)
            var cells: [[Inline]] = []
            for cell in row.children {
                cells.append(try inlines(of: cell, within: line...line))
            }
            rows.append(Block.TableRow(cells: cells, line: line))
        }
        return Block.Table(
            alignments: alignments, header: rows.first ?? Block.TableRow(cells: [], line: lines.lowerBound),
            rows: Array(rows.dropFirst()))
    }
}
