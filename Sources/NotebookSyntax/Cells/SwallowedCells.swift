import MarkdownSyntax
import NotebookCore

/// Lines that begin a cell as their author meant it, while Markdown takes them for something else: part of an indented block, of
/// HTML, of a block of code that nothing closes, of a paragraph.
struct SwallowedCells {
    /// A line that begins no cell.
    struct Found {
        let notation: FenceNotation
        let diagnostic: Diagnostic
    }

    private(set) var found: [Found] = []

    init(_ document: MarkdownDocument, codeBlocks: [CodeBlock], source: SourceLines, vocabulary: Vocabulary) {
        guard let first = document.blocks.first?.lines.lowerBound else { return }
        let openings = (first..<source.numbers.upperBound).compactMap { number in
            Opening(source[number], number: number, vocabulary: vocabulary)
        }
        let surroundings = openings.isEmpty ? [:] : Self.surroundings(document, codeBlocks: codeBlocks, vocabulary)
        // Of several cells in one unclosed block the first is told.
        var unclosed: [Int: Int] = [:]
        for opening in openings {
            guard let diagnostic = opening.problem(in: surroundings[opening.line]) else { continue }
            if case .code(let fence)? = surroundings[opening.line] {
                if let index = unclosed[fence.position.line] {
                    let earlier = found[index]
                    var diagnostic = earlier.diagnostic
                    diagnostic.consequences.append(opening.location)
                    found[index] = Found(notation: earlier.notation, diagnostic: diagnostic)
                    continue
                }
                unclosed[fence.position.line] = found.count
            }
            found.append(Found(notation: opening.notation, diagnostic: diagnostic))
        }
    }

    /// What a line is part of.
    private enum Surrounding {
        /// The line opens a fenced block, which has been seen to.
        case opening
        /// The body of a fenced block.
        case code(CodeBlock.Fence)
        case indentedCode
        case html(isComment: Bool)
    }

    /// What each line is part of; lines of prose are left out.
    private static func surroundings(
        _ document: MarkdownDocument, codeBlocks: [CodeBlock], _ vocabulary: Vocabulary
    ) -> [Int: Surrounding] {
        var surroundings: [Int: Surrounding] = [:]
        document.visitBlocks { block in
            switch block.content {
            case .html(let html):
                let isComment = html.drop { $0.isWhitespace }.hasPrefix("<!--")
                for line in block.lines { surroundings[line] = .html(isComment: isComment) }
            case .code(let code) where code.fence == nil:
                for line in block.lines { surroundings[line] = .indentedCode }
            default:
                break
            }
        }
        for code in codeBlocks {
            guard let fence = code.fence else { continue }
            // A fence inside a cell's options has been told as such.
            let isCell = code.info.first.map { vocabulary[name: $0.text] != nil } ?? false
            let count = code.literal.utf8.count { $0 == 0x0A }
            for line in code.bodyLine..<code.bodyLine + count {
                surroundings[line] = isCell ? .opening : .code(fence)
            }
            surroundings[fence.position.line] = .opening
        }
        return surroundings
    }

    /// A line that looks like the beginning of a cell.
    private struct Opening {
        let line: Int
        let location: SourceLocation
        let notation: FenceNotation
        private let mark: Character
        private let length: Int
        private let indent: Int

        init?(_ text: Substring, number: Int, vocabulary: Vocabulary) {
            guard text.utf8.contains(where: { $0 == 0x60 || $0 == 0x7E || $0 == 0x3A }) else { return nil }
            // Marks of lists and quotes may stand before it.
            let start = text.firstIndex { !" \t>*+-.)0123456789".contains($0) } ?? text.endIndex
            guard let mark = text[start...].first, "`~:".contains(mark) else { return nil }
            let fence = text[start...].prefix { $0 == mark }
            guard fence.count >= (mark == "`" ? 2 : 3) else { return nil }
            let info = text[fence.endIndex...].trimmed
            // Inline code is closed on the line, or goes on with words of a sentence.
            guard !info.contains("`"), let notation = FenceNotation(info, vocabulary: vocabulary) else { return nil }
            guard mark != ":" || fence.count >= 3 else { return nil }
            line = number
            self.mark = mark
            length = fence.count
            self.notation = notation
            indent = text[..<start].reduce(0) { $0 + ($1 == "\t" ? 4 : 1) }
            location = SourceLocation(
                line: number, column: text[..<start].unicodeScalars.count + 1,
                length: text[start...].trimmed.unicodeScalars.count)
        }

        /// Why the line begins no cell; nil where it does, or is meant to be shown.
        func problem(in surrounding: Surrounding?) -> Diagnostic? {
            let cell = "\(notation.directive.name) cell"
            let showing = "To show it, put it inside a longer ```` ````markdown ```` fence."
            switch surrounding {
            case .opening?:
                return nil
            case .code(let fence)?:
                let couldClose = fence.character == mark && length >= fence.length
                guard mark != ":", length > 2, couldClose || !fence.isClosed else { return nil }
                return Diagnostic(
                    at: SourceLocation(line: fence.position.line, column: fence.position.column, length: fence.length),
                    "the block of code is not closed before the \(cell) on line \(line), which does not run",
                    remedy: "End it with a line of \(fence.length) `\(fence.character)`. \(showing)")
            case .indentedCode?:
                return Diagnostic(
                    .warning, at: location, "the \(cell) is indented by four spaces or more and shown as code",
                    remedy: "Begin it at the left margin. \(showing)")
            case .html(let isComment)?:
                return isComment
                    ? Diagnostic(
                        .warning, at: location, "the \(cell) stands inside an HTML comment and does not run",
                        remedy: "Take the comment's marks away for it to run.")
                    : Diagnostic(
                        at: location, "the \(cell) stands inside HTML, where it does not run",
                        remedy: "Leave a blank line between the HTML and the cell.")
            case nil:
                return Diagnostic(at: location, "the \(cell) is not fenced and does not run", remedy: proseRemedy)
            }
        }

        private var proseRemedy: String {
            if mark == ":" { return "Fence it with backticks: \(notation.rightForm)." }
            if length < 3 { return "A fence has three backticks: \(notation.rightForm)." }
            return indent >= 4 ? "Begin it at the left margin." : "Leave a blank line before it."
        }
    }
}
