import NotebookCore

/// What is wrong with a line of YAML that cannot be read, in the words of its author: a missing colon, a missing space, an open
/// bracket.
///
/// YAML's own parser notices such a slip lines later, and speaks of tokens. Only asked where it has failed.
struct YAMLMistake {
    /// Line and column in the text, from 1.
    let line: Int
    let column: Int
    /// Number of scalars that the place spans.
    let length: Int
    let summary: String
    let remedy: String

    /// The first mistake in `text`; nil where none is recognised.
    init?(in text: String, keys: YAMLKeys) {
        self.init(in: text.split(separator: "\n", omittingEmptySubsequences: false).map(YAMLLine.init), keys: keys)
    }

    /// The first line of `lines` that lacks the colon behind a key, wherever it stands: YAML takes it as part of the value above.
    init?(missingColonIn text: String, lines: ClosedRange<Int>, keys: YAMLKeys) {
        for (index, content) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
        where lines.contains(index + 1) {
            let line = YAMLLine(content)
            if keys.own.contains(line.word) || keys.nested.contains(line.word),
                let mistake = YAMLMistake(separatorOf: line, number: index + 1, key: line.word)
            {
                self = mistake
                return
            }
        }
        return nil
    }

    private init(_ number: Int, _ column: Int, length: Int = 1, _ summary: String, remedy: String) {
        line = number
        self.column = column
        self.length = max(1, length)
        self.summary = summary
        self.remedy = remedy
    }

    // MARK: Lines

    private init?(in lines: [YAMLLine], keys: YAMLKeys) {
        let keyIndents = Set(lines.filter { $0.isEntry || $0.isListItem }.map(\.contentIndent) + [0])
        var open: (line: YAMLLine, number: Int, value: YAMLFlow)?
        var blockIndent: Int?
        var entryIndents: Set<Int> = []
        var above: (line: YAMLLine, number: Int)?
        for (index, line) in lines.enumerated() where !line.isBlank {
            let number = index + 1
            if let indent = blockIndent {
                if line.indent > indent { continue }
                blockIndent = nil
            }
            if let begun = open {
                if line.isEntry, line.indent <= begun.line.contentIndent, keys.key(meantBy: line.word) != nil {
                    self.init(unclosed: begun.value, from: begun.line, number: begun.number)
                    return
                }
                var value = begun.value
                value.read(line.characters[...])
                open = value.isOpen ? (begun.line, begun.number, value) : nil
                continue
            }
            if let mistake = YAMLMistake(start: line, number: number) {
                self = mistake
                return
            }
            // Where the text begins as a list, that is what is wrong.
            let isList = line.isListItem && above == nil
            if !isList, let key = keys.key(meantBy: line.word), keyIndents.contains(line.contentIndent),
                let mistake = YAMLMistake(separatorOf: line, number: number, key: key)
            {
                self = mistake
                return
            }
            if line.isEntry, let above, line.contentIndent > above.line.contentIndent, above.line.hasPlainValue,
                keys.key(meantBy: line.word) != nil
            {
                self.init(
                    number, 1, length: line.indent, "`\(line.word)` is indented deeper than the line above it",
                    remedy: "Begin it below `\(above.line.word)`.")
                return
            }
            if line.isEntry, let above, line.contentIndent < above.line.contentIndent,
                !entryIndents.contains(line.contentIndent), !line.isListItem
            {
                self.init(
                    number, 1, length: line.indent, "`\(line.word)` is not indented like the lines above it",
                    remedy: "Begin it below one of them.")
                return
            }
            if line.isEntry { entryIndents.insert(line.contentIndent) }
            guard line.isEntry || line.isListItem else { continue }
            above = line.isEntry ? (line, number) : above
            if line.opensBlock {
                blockIndent = line.indent
            } else if let value = YAMLFlow(beginning: line.value) {
                if value.isOpen { open = (line, number, value) }
            }
        }
        guard let open else { return nil }
        self.init(unclosed: open.value, from: open.line, number: open.number)
    }

    /// A line that begins as no option does.
    private init?(start line: YAMLLine, number: Int) {
        if let space = line.oddIndent {
            self.init(
                number, space.column, "the line is indented with a \(space.name)", remedy: "Indent it with spaces.")
            return
        }
        let text = String(line.characters).trimmed
        if text.hasPrefix("```") || text.hasPrefix("~~~") {
            self.init(
                number, line.indent + 1, length: text.count, "a fence begins before the cell is closed",
                remedy: "End the cell above it with a line \(text.prefix { $0 == text.first }).")
        } else if text == "---" || text == "..." {
            self.init(number, 1, length: 3, "a line `\(text)` stands among the options", remedy: "Take it out.")
        } else {
            return nil
        }
    }

    /// A key with anything but a colon and a space behind it.
    private init?(separatorOf line: YAMLLine, number: Int, key: String) {
        let rest = line.rest
        let column = line.contentIndent + line.word.unicodeScalars.count + 1
        func option(_ value: Substring) -> String { "`\(key):\(value.isEmpty ? " …" : " \(value)")`" }
        let value = String(rest.drop { $0.isWhitespace || "=:;：＝∶꞉﹕︓".contains($0) }).trimmed[...]
        let mark = rest.first { !$0.isWhitespace }
        guard let first = rest.first else {
            self.init(
                number, line.contentIndent + 1, length: line.word.count, "there is no colon behind `\(line.word)`",
                remedy: "Write \(option("")).")
            return
        }
        if first == ":" {
            guard let next = rest.dropFirst().first, next != " ", next != "\t" else { return nil }
            let name = YAMLLine.name(ofSpace: next)
            self.init(
                number, column + 1, length: name == nil ? value.count : 1,
                name.map { "a \($0) stands behind the colon of `\(line.word)`" }
                    ?? "there is no space behind the colon of `\(line.word)`",
                remedy: name == nil ? "Write \(option(value))." : "Put an ordinary space there: \(option(value)).")
        } else if let mark, "=;：＝∶꞉﹕︓".contains(mark) {
            self.init(
                number, column, length: max(1, rest.count - value.count), "‘\(mark)’ stands where a colon belongs",
                remedy: "Write \(option(value)).")
        } else if first.isWhitespace, mark != ":" {
            self.init(
                number, line.contentIndent + 1, length: line.word.count, "there is no colon behind `\(line.word)`",
                remedy: "Write \(option(value)).")
        } else {
            return nil
        }
    }

    /// A bracket or quote that nothing closes before the next option.
    private init(unclosed value: YAMLFlow, from line: YAMLLine, number: Int) {
        let column = line.characters.count - line.value.count + 1
        let text = String(line.value).trimmed
        self.init(
            number, column, length: text.count,
            value.quote == nil ? "the bracket is not closed" : "the quotation mark is not closed",
            remedy: "End the value with \(value.missing): `\(line.word): \(text)\(value.missingText)`.")
    }
}
