/// Copies cmark's tree into values, and puts right the lines that cmark leaves wrong.
///
/// All line numbers in here are those of the file.
struct TreeReader {
    let source: SourceLines
    /// How many levels lie above the node being read.
    var depth = 0
    /// Finds inline code in the block at the top level that is being read.
    var codeSpans: CodeSpanLocator
    /// How often each footnote has been referred to so far, by its number.
    private(set) var referenceCounts: [Int: Int] = [:]

    init(source: SourceLines) {
        self.source = source
        codeSpans = CodeSpanLocator(source: source, lines: 0..<0)
    }

    mutating func document(_ root: CMarkNode) throws(MarkdownError) -> MarkdownDocument {
        let children = root.children
        let definitions = children.filter { $0.type == "footnote_definition" }
        // cmark moves the definitions to the end of the document; in the file they stand between the blocks.
        let boundaries = definitions.map { fileLine($0.startLine) }.sorted()

        let blocks = try self.blocks(
            children.filter { $0.type != "footnote_definition" }, in: source.numbers, container: nil,
            boundaries: boundaries)
        var footnotes: [(label: String, blocks: [Block], lines: ClosedRange<Int>)] = []
        for definition in definitions {
            let start = fileLine(definition.startLine)
            let end = boundaries.first { $0 > start } ?? source.numbers.upperBound
            let lines = start...source.lastInkedLine(from: start, through: min(fileLine(definition.endLine), end - 1))
            codeSpans = CodeSpanLocator(source: source, lines: lines.lowerBound..<lines.upperBound + 1)
            let blocks = try self.blocks(
                definition.children, in: lines.lowerBound..<lines.upperBound + 1, container: .footnote)
            footnotes.append((label(of: definition), blocks, lines))
        }
        return MarkdownDocument(
            blocks: blocks,
            footnotes: footnotes.enumerated().map { index, footnote in
                Footnote(
                    number: index + 1, label: footnote.label, blocks: footnote.blocks,
                    referenceCount: referenceCounts[index + 1] ?? 0, lines: footnote.lines)
            })
    }

    /// Reads the next reference to a footnote.
    mutating func reference(toFootnote number: Int) -> FootnoteReference {
        referenceCounts[number, default: 0] += 1
        return FootnoteReference(number: number, occurrence: referenceCounts[number] ?? 1)
    }

    /// Reads one level further down.
    mutating func descend<Result>(
        at line: Int, _ body: (inout TreeReader) throws(MarkdownError) -> Result
    ) throws(MarkdownError) -> Result {
        guard depth < MarkdownDocument.maximumDepth else {
            throw .nestedTooDeeply(line: line, limit: MarkdownDocument.maximumDepth)
        }
        depth += 1
        defer { depth -= 1 }
        return try body(&self)
    }

    /// The file's number for a line of the text parsed. cmark's 0, "unknown", lies before the first line.
    func fileLine(_ line: Int) -> Int { line + source.firstNumber - 1 }

    /// The label between `[^` and `]:` at the start of a definition, which the tree no longer has.
    private func label(of definition: CMarkNode) -> String {
        // cmark starts a definition behind its marker.
        let marker = source[fileLine(definition.startLine)].utf8.prefix(max(0, definition.startByte - 1))
        guard let end = marker.lastIndex(of: 0x5D), let caret = marker[..<end].lastIndex(of: 0x5E) else { return "" }
        return String(marker[marker.index(after: caret)..<end]) ?? ""
    }
}
