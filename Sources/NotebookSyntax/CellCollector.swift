import MarkdownSyntax
import NotebookCore

/// Finds the directives of a document and reads each into a cell.
struct CellCollector {
    let vocabulary: Vocabulary
    let parameters: [Parameter]
    private(set) var cells: [Cell] = []
    private(set) var diagnostics: [Diagnostic] = []
    /// Labels of cells that could not be read, so that mentions of them are not called missing.
    private(set) var unreadLabels: Set<String> = []

    private var firstLines: [String: Int] = [:]
    private var unlabelledCounts: [String: Int] = [:]

    init(vocabulary: Vocabulary, parameters: [Parameter]) {
        self.vocabulary = vocabulary
        self.parameters = parameters
    }

    mutating func collect(from document: MarkdownDocument) {
        for block in document.blocks {
            if case .code(let code) = block.content, code.isTopLevelFence { collect(code, lines: block.lines) }
        }
        for code in document.codeBlocks where code.fence != nil && !code.isTopLevelFence {
            refuseNested(code)
        }
    }

    private mutating func collect(_ code: CodeBlock, lines: ClosedRange<Int>) {
        guard let word = code.info.first else { return }
        guard let directive = vocabulary[name: word.text] else {
            if let meant = misspeltDirective(word.text) {
                diagnostics.append(
                    Diagnostic(
                        at: word.location, "there is no directive `\(word.text)`",
                        remedy: "Did you mean `\(meant)`?"))
                if code.info.count > 1 { unreadLabels.insert(code.info[1].text) }
            }
            return
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
        } else if let label {
            unreadLabels.insert(label)
        }
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
        if code.info.count > 2 {
            diagnostics.append(
                Diagnostic(
                    at: code.info[2].location, "‘\(code.info[2].text)’ stands behind the label",
                    remedy: "A cell's first line has a directive and a label; options go below it."))
        }
        guard ValuePath.isKebabCase(word.text) else {
            diagnostics.append(
                Diagnostic(
                    at: word.location, "‘\(word.text)’ is no label",
                    remedy: "Labels are lower-case words joined by hyphens: `no-dropout`."))
            return nil
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
        guard let word = code.info.first, vocabulary[name: word.text] != nil, let container = code.container else {
            return
        }
        let place =
            switch container {
            case .quote: "a quote"
            case .listItem: "a list"
            case .footnote: "a footnote"
            }
        diagnostics.append(
            Diagnostic(
                at: word.location, "a \(word.text) cell stands inside \(place), where it does not run",
                remedy: "Move it out to the left margin, or show it inside a longer ```` ````markdown ```` fence."))
        if code.info.count > 1 { unreadLabels.insert(code.info[1].text) }
    }

    /// The directive that a word is a slip away from; nil where the word is another language's name.
    private func misspeltDirective(_ word: String) -> String? {
        let lowered = word.lowercased()
        let ranked = vocabulary.names.map { ($0, Suggestion.distance(from: lowered, to: $0)) }
        guard let (name, distance) = ranked.min(by: { $0.1 < $1.1 }) else { return nil }
        return distance <= (name.count >= 8 ? 2 : 1) ? name : nil
    }
}

extension CodeBlock.InfoWord {
    fileprivate var location: SourceLocation {
        SourceLocation(line: position.line, column: position.column, length: max(1, text.unicodeScalars.count))
    }
}
