import MarkdownSyntax
import NotebookCore

/// Finds the directives of a document and reads each into a cell.
struct CellCollector {
    let vocabulary: Vocabulary
    let parameters: [Parameter]
    private(set) var cells: [Cell] = []
    private(set) var diagnostics: [Diagnostic] = []
    /// Cells that could not be read.
    private(set) var unread: [UnreadCell] = []

    private var firstLines: [String: Int] = [:]
    private var unlabelledCounts: [String: Int] = [:]

    init(vocabulary: Vocabulary, parameters: [Parameter]) {
        self.vocabulary = vocabulary
        self.parameters = parameters
    }

    /// - Parameter source: The lines of the file.
    mutating func collect(from document: MarkdownDocument, source: SourceLines) {
        var others: [CodeBlock] = []
        for block in document.blocks {
            guard case .code(let code) = block.content, code.isTopLevelFence else { continue }
            if !collect(code, lines: block.lines) { others.append(code) }
        }
        let codeBlocks = document.codeBlocks
        for code in codeBlocks where code.fence != nil && !code.isTopLevelFence {
            refuseNested(code)
        }
        warn(ofLookalikes: others)
        for swallowed in SwallowedCells(document, codeBlocks: codeBlocks, source: source, vocabulary: vocabulary).found
        {
            refuse(swallowed.notation.directive, swallowed.notation.label, because: swallowed.diagnostic)
        }
    }

    /// Reads a fenced block at the top level; false where it is ordinary code.
    private mutating func collect(_ code: CodeBlock, lines: ClosedRange<Int>) -> Bool {
        guard let word = code.info.first else { return false }
        guard let directive = vocabulary[name: word.text] else {
            if let notation = FenceNotation(code.infoText, vocabulary: vocabulary) {
                refuse(
                    notation.directive, notation.label,
                    because: Diagnostic(
                        at: code.infoLocation, "there is no directive `\(word.text)`",
                        remedy: "Did you mean `\(notation.directive.name)`? Write \(notation.rightForm)"
                            + (notation.hasOptions ? ", and each option on a line below it: `option: value`." : ".")))
            } else if let meant = misspeltDirective(word.text) {
                refuse(
                    meant, code.info.count > 1 ? code.info[1].text : nil,
                    because: Diagnostic(
                        at: word.location, "there is no directive `\(word.text)`",
                        remedy: "Did you mean `\(meant.name)`?"))
            } else {
                return false
            }
            return true
        }
        let problemCount = diagnostics.count
        if let fence = code.fence, !fence.isClosed {
            diagnostics.append(
                Diagnostic(
                    at: word.location, "the cell is not closed",
                    remedy: "End it with a line of \(fence.length) `\(fence.character)`."))
        }
        let label = readLabel(of: code, directive: directive, at: word.location)
        let number = unlabelledCounts[directive.name, default: 0] + 1
        if label == nil { unlabelledCounts[directive.name] = number }
        if let cell = CellReader(parameters: parameters).read(
            code, lines: lines, as: directive, id: label ?? "\(directive.name)-\(number)", label: label,
            into: &diagnostics), diagnostics.count == problemCount
        {
            cells.append(cell)
        } else {
            let label = label ?? FenceNotation("{\(code.infoText)}", vocabulary: vocabulary)?.label
            unread.append(UnreadCell(directive: directive, label: label, diagnostic: problemCount))
        }
        return true
    }

    private mutating func readLabel(
        of code: CodeBlock, directive: any Directive.Type, at location: SourceLocation
    ) -> String? {
        guard code.info.count > 1 else {
            if directive.labelRule == .required {
                diagnostics.append(
                    Diagnostic(
                        at: location, "\(directive.name) needs a label",
                        remedy: "Write it behind the directive, such as ```` ```\(directive.name) NAME ````."))
            }
            return nil
        }
        let word = code.info[1]
        guard ValuePath.isKebabCase(word.text) else {
            let notation = FenceNotation("{\(code.infoText)}", vocabulary: vocabulary)
            let meant = notation?.label.map { " Did you mean ```` ```\(directive.name) \($0) ````?" } ?? ""
            let options = notation?.hasOptions ?? false ? " Options go below, one `option: value` a line." : ""
            diagnostics.append(
                Diagnostic(
                    at: word.location, "‘\(word.text)’ is no label",
                    remedy: "Labels are lower-case words joined by hyphens: `no-dropout`." + meant + options))
            return nil
        }
        if code.info.count > 2 {
            diagnostics.append(
                Diagnostic(
                    at: code.info[2].location, "‘\(code.info[2].text)’ stands behind the label",
                    remedy: "A cell's first line has a directive and a label; options go below it."))
        }
        if let line = firstLines[word.text] {
            diagnostics.append(
                Diagnostic(
                    at: word.location, "the label `\(word.text)` is taken by the cell on line \(line)",
                    remedy: "Give one of the two another label."))
        } else {
            firstLines[word.text] = word.position.line
        }
        return word.text
    }

    private mutating func refuseNested(_ code: CodeBlock) {
        guard let word = code.info.first, let container = code.container,
            let notation = FenceNotation(code.infoText, vocabulary: vocabulary)
        else { return }
        let place =
            switch container {
            case .quote: "a quote"
            case .listItem: "a list"
            case .footnote: "a footnote"
            }
        refuse(
            notation.directive, notation.label,
            because: Diagnostic(
                at: word.location, "a \(notation.directive.name) cell stands inside \(place), where it does not run",
                remedy: "Move it out to the left margin, or show it inside a longer ```` ````markdown ```` fence."))
    }

    private mutating func warn(ofLookalikes blocks: [CodeBlock]) {
        let labels = Set(cells.compactMap(\.label) + unread.compactMap(\.label))
        for code in blocks {
            guard let lookalike = LookalikeBlock(code, vocabulary: vocabulary, labels: labels) else { continue }
            let directive = lookalike.directives[0]
            let label = code.info.count > 1 ? code.info[1].text : nil
            let names = lookalike.directives.map { "`\($0.name)`" }
            let remedy =
                names.count == 1
                ? "Its options are those of \(names[0]): did you mean ```` ```\(directive.name)\(label.map { " " + $0 } ?? "") ````?"
                : "Its options are those of \((names.count > 4 ? names.prefix(3) + ["others"] : names).joinedAsWords);"
                    + " `notebook directives` lists them all."
            let diagnostic =
                if let word = code.info.first {
                    Diagnostic(
                        .warning, at: word.location, "there is no directive `\(word.text)`; the block is shown as code",
                        remedy: remedy)
                } else {
                    Diagnostic(
                        .warning, at: code.fence?.position.location, "the block has options, but no directive",
                        remedy: remedy)
                }
            refuse(directive, label, because: diagnostic)
        }
    }

    private mutating func refuse(_ directive: any Directive.Type, _ label: String?, because diagnostic: Diagnostic) {
        unread.append(UnreadCell(directive: directive, label: label, diagnostic: diagnostics.count))
        diagnostics.append(diagnostic)
    }

    /// The directive that a word is a slip away from; nil where the word is another language's name.
    private func misspeltDirective(_ word: String) -> (any Directive.Type)? {
        let lowered = word.lowercased()
        let ranked = vocabulary.names.map { ($0, Suggestion.distance(from: lowered, to: $0)) }
        guard let (name, distance) = ranked.min(by: { $0.1 < $1.1 }) else { return nil }
        return distance <= (name.count >= 8 ? 2 : 1) ? vocabulary[name: name] : nil
    }
}

/// A cell that its author meant and that could not be read.
struct UnreadCell {
    let directive: any Directive.Type
    let label: String?
    /// The position of the diagnostic that says why.
    let diagnostic: Int
}

extension CodeBlock {
    /// The info string, with one space between words.
    fileprivate var infoText: String { info.map(\.text).joined(separator: " ") }

    /// The place of the whole info string.
    fileprivate var infoLocation: SourceLocation? {
        guard let first = info.first, let last = info.last else { return nil }
        let end = last.position.column + last.text.unicodeScalars.count
        return SourceLocation(
            line: first.position.line, column: first.position.column, length: max(1, end - first.position.column))
    }
}

extension CodeBlock.InfoWord {
    fileprivate var location: SourceLocation {
        SourceLocation(line: position.line, column: position.column, length: max(1, text.unicodeScalars.count))
    }
}

extension SourcePosition {
    fileprivate var location: SourceLocation { SourceLocation(line: line, column: column, length: 3) }
}
