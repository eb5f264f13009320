/// Finds inline code in the lines of a block, because cmark's own positions are not reliable.
///
/// Asked in the order of the document, it goes through the block's runs of backticks once, pairing them as
/// CommonMark 6.1 does, and takes the first pair from where it stopped that encloses the literal.
struct CodeSpanLocator {
    /// A run of backticks.
    private struct Run {
        let line: Int
        /// The offset in bytes from the start of the line.
        let offset: Int
        /// How many backticks.
        let length: Int
        /// Whether a backslash makes the first of them a plain character where the run would open code.
        let isEscaped: Bool
        /// The number of the paragraph, which code never leaves.
        let paragraph: Int
    }

    private let source: SourceLines
    private let runs: [Run]
    /// The first run that has not been used.
    private var cursor = 0
    /// How often a search may still fail; each failure costs a pass over the runs.
    private var remainingFailures = 16

    init(source: SourceLines, lines: Range<Int>) {
        self.source = source
        var runs: [Run] = []
        var paragraph = 0
        for number in lines {
            if source.isBlank(number) {
                paragraph += 1
                continue
            }
            var offset = 0
            var backslashes = 0
            let bytes = Array(source[number].utf8)
            while offset < bytes.count {
                let length = bytes[offset...].prefix { $0 == 0x60 }.count
                if length > 0 {
                    runs.append(
                        Run(
                            line: number, offset: offset, length: length, isEscaped: backslashes % 2 == 1,
                            paragraph: paragraph))
                }
                backslashes = bytes[offset] == 0x5C ? backslashes + 1 : 0
                offset += max(1, length)
            }
        }
        self.runs = runs
    }

    /// The next inline code with this literal in the lines of its paragraph, heading or cell.
    mutating func locate(_ literal: String, within lines: ClosedRange<Int>) -> InlineCode {
        if remainingFailures > 0 {
            for opener in cursor..<runs.count where lines.contains(runs[opener].line) {
                let length = runs[opener].length - (runs[opener].isEscaped ? 1 : 0)
                let closer = runs[(opener + 1)...].prefix { $0.paragraph == runs[opener].paragraph }
                    .firstIndex { $0.length == length }
                guard length > 0, let closer, let code = code(literal, from: opener, to: closer) else { continue }
                cursor = closer + 1
                return code
            }
            remainingFailures -= 1
        }
        let start = source.position(
            line: lines.lowerBound, byteOffset: source[lines.lowerBound].utf8.prefix { $0 == 0x20 }.count)
        return InlineCode(literal: literal, position: start, literalPosition: start, end: nil)
    }

    /// The code between two runs if it is the literal.
    private func code(_ literal: String, from opener: Int, to closer: Int) -> InlineCode? {
        let (open, close) = (runs[opener], runs[closer])
        let contentOffset = open.offset + open.length
        var content = Array(source[open.line].utf8.dropFirst(contentOffset))
        if open.line == close.line {
            content = Array(content.prefix(close.offset - contentOffset))
        } else {
            for line in open.line + 1...close.line {
                let bytes = line == close.line ? source[line].utf8.prefix(close.offset) : source[line].utf8[...]
                // The start of a further line may hold indentation and the marks of quotes.
                content.append(0x20)
                content += bytes.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x3E }
            }
        }
        var isPadded = false
        if content.count >= 2, content.first == 0x20, content.last == 0x20, content.contains(where: { $0 != 0x20 }) {
            content = Array(content.dropFirst().dropLast())
            isPadded = true
        }
        guard content.elementsEqual(literal.utf8) || Self.unescapingPipes(content).elementsEqual(literal.utf8) else {
            return nil
        }
        let escaped = open.isEscaped ? 1 : 0
        return InlineCode(
            literal: literal,
            position: source.position(line: open.line, byteOffset: open.offset + escaped),
            literalPosition: source.position(line: open.line, byteOffset: contentOffset + (isPadded ? 1 : 0)),
            end: source.position(line: close.line, byteOffset: close.offset + close.length))
    }

    /// What a table makes of `\|` before it reads the cell's inlines.
    private static func unescapingPipes(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        for byte in bytes {
            if byte == 0x7C, result.last == 0x5C { result.removeLast() }
            result.append(byte)
        }
        return result
    }
}
