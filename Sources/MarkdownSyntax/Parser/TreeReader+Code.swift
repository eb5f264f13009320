extension TreeReader {
    /// Reads a code block. At the top level its lines come from the file, elsewhere from cmark.
    func code(_ node: CMarkNode, lines: ClosedRange<Int>, container: CodeBlock.Container?) -> Block {
        let start = lines.lowerBound
        guard node.isFenced else {
            let code = CodeBlock(
                info: [], literal: node.literal, fence: nil, bodyLine: start, container: container, removedIndents: [])
            return Block(content: .code(code), lines: lines)
        }
        guard let fence = OpeningFence(in: source[start], at: node.startByte - 1) else {
            let words = node.decodedInfo.split { $0 == " " || $0 == "\t" }
            let position = SourcePosition(line: start, column: 1)
            let code = CodeBlock(
                info: words.map { CodeBlock.InfoWord(text: String($0), position: position) },
                literal: node.literal,
                fence: CodeBlock.Fence(character: "`", length: 3, position: position, isClosed: true),
                bodyLine: start + 1, container: container, removedIndents: [])
            return Block(content: .code(code), lines: lines)
        }
        if container == nil {
            return topLevelFence(fence, line: start)
        }
        let lineCount = node.literal.utf8.count { $0 == 0x0A }
        let isClosed = lines.upperBound > start + lineCount
        let code = CodeBlock(
            info: info(of: fence, line: start), literal: node.literal,
            fence: mark(of: fence, line: start, isClosed: isClosed), bodyLine: start + 1, container: container,
            removedIndents: [])
        return Block(content: .code(code), lines: lines)
    }

    private func topLevelFence(_ fence: OpeningFence, line start: Int) -> Block {
        let bodyStart = start + 1
        let closing = (bodyStart..<max(bodyStart, source.numbers.upperBound)).first { fence.isClosed(by: source[$0]) }
        let bodyEnd = closing ?? max(bodyStart, source.numbers.upperBound)
        var literal = ""
        var removedIndents: [Int] = []
        for number in bodyStart..<bodyEnd {
            let line = source[number]
            let indent = line.utf8.prefix(fence.offset).prefix { $0 == 0x20 }.count
            literal += Substring(line.utf8.dropFirst(indent))
            literal += "\n"
            removedIndents.append(indent)
        }
        let code = CodeBlock(
            info: info(of: fence, line: start), literal: literal,
            fence: mark(of: fence, line: start, isClosed: closing != nil), bodyLine: bodyStart, container: nil,
            removedIndents: removedIndents)
        return Block(content: .code(code), lines: start...(closing ?? max(start, bodyEnd - 1)))
    }

    private func info(of fence: OpeningFence, line: Int) -> [CodeBlock.InfoWord] {
        fence.words.map { word in
            CodeBlock.InfoWord(text: word.text, position: source.position(line: line, byteOffset: word.offset))
        }
    }

    private func mark(of fence: OpeningFence, line: Int, isClosed: Bool) -> CodeBlock.Fence {
        CodeBlock.Fence(
            character: fence.byte == 0x60 ? "`" : "~", length: fence.length,
            position: source.position(line: line, byteOffset: fence.offset), isClosed: isClosed)
    }
}
