extension TreeReader {
    /// Reads the inlines of a paragraph, heading or cell that covers lines of the file.
    mutating func inlines(of node: CMarkNode, within lines: ClosedRange<Int>) throws(MarkdownError) -> [Inline] {
        try descend(at: lines.lowerBound) { (reader) throws(MarkdownError) in
            var inlines: [Inline] = []
            for child in node.children {
                let inline = try reader.inline(child, within: lines)
                // cmark cuts text at every character that might have begun something.
                if case .text(let addition) = inline, case .text(let text)? = inlines.last {
                    inlines[inlines.count - 1] = .text(text + addition)
                } else {
                    inlines.append(inline)
                }
            }
            return inlines
        }
    }

    private mutating func inline(_ node: CMarkNode, within lines: ClosedRange<Int>) throws(MarkdownError) -> Inline {
        switch node.type {
        case "text":
            return .text(node.literal)
        case "softbreak":
            return .softBreak
        case "linebreak":
            return .lineBreak
        case "code":
            return .code(codeSpans.locate(node.literal, within: lines))
        case "emph":
            return .emphasis(try inlines(of: node, within: lines))
        case "strong":
            return .strong(try inlines(of: node, within: lines))
        case "strikethrough":
            return .strikethrough(try inlines(of: node, within: lines))
        case "link":
            let content = try inlines(of: node, within: lines)
            return .link(
                Inline.Link(
                    destination: node.url, title: node.title, content: content,
                    position: position(of: node, within: lines, beginningWith: ["[", "<", content.plainText])))
        case "image":
            return .image(
                Inline.Image(
                    source: node.url, title: node.title, content: try inlines(of: node, within: lines),
                    position: position(of: node, within: lines, beginningWith: ["!["])))
        case "footnote_reference":
            // cmark has replaced the label by the number.
            return .footnoteReference(reference(toFootnote: Int(node.literal) ?? 0))
        default:
            return .html(node.literal)
        }
    }

    /// Where cmark says that an inline begins if its bytes bear that out, else the start of the line.
    private func position(
        of node: CMarkNode, within lines: ClosedRange<Int>, beginningWith prefixes: [String]
    ) -> SourcePosition {
        let line = fileLine(node.startLine)
        guard node.startLine > 0, lines.contains(line) else {
            return SourcePosition(line: lines.lowerBound, column: 1)
        }
        let offset = max(0, node.startByte - 1)
        let rest = source[line].utf8.dropFirst(offset)
        guard prefixes.contains(where: { rest.starts(with: $0.utf8) }) else {
            return SourcePosition(line: line, column: 1)
        }
        return source.position(line: line, byteOffset: offset)
    }
}
