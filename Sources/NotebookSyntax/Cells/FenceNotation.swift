import NotebookCore

/// An info string that names a directive in the notation of another tool: `{train}` (R Markdown, Quarto, MyST), `{.train #a}`
/// (Pandoc), `Train`, `"train"`, `train:`.
struct FenceNotation {
    let directive: any Directive.Type
    /// Whether the directive's name is the plain first word, as it should be.
    let isPlain: Bool
    /// The label that was meant, as far as it can be told.
    let label: String?
    /// Whether options stand in the info string.
    let hasOptions: Bool

    /// Reads the text behind a fence; nil where it names no directive.
    init?(_ info: String, vocabulary: Vocabulary) {
        let words = info.split { $0 == " " || $0 == "\t" }
        guard let first = words.first else { return nil }
        if let directive = vocabulary[name: String(first)] {
            self.directive = directive
            isPlain = true
            label = words.count > 1 ? String(words[1]) : nil
            hasOptions = false
            return
        }
        // A file's name or a path: `train.py`, `src/model`.
        var tokens = info.split { $0.isWhitespace || "{}()[]<>\"'`“”‘’«»,;|".contains($0) }.map(String.init)
        if info.first == "{" {
            // Pandoc's attributes may come in any order; the first class is the language.
            if let index = tokens.firstIndex(where: { $0.hasPrefix(".") }) {
                tokens.insert(tokens.remove(at: index), at: 0)
            }
        }
        guard let token = tokens.first else { return nil }
        let parts = token.drop { !$0.isLetter }.split(maxSplits: 1) { ":=#@".contains($0) }
        guard let head = parts.first.map(String.init), !head.contains("/"), !head.dropLast().contains(".") else {
            return nil
        }
        tokens.removeFirst()
        if parts.count > 1 { tokens.insert(String(parts[1]), at: 0) }
        let name = Self.plainName(head)
        if let directive = vocabulary[name: name] {
            self.directive = directive
        } else if let next = tokens.first, let directive = vocabulary[name: name + "-" + Self.plainName(next)] {
            self.directive = directive
            tokens.removeFirst()
        } else {
            return nil
        }
        isPlain = false
        label = Self.label(in: tokens)
        hasOptions = tokens.contains { $0.contains("=") && !Self.isLabelKey($0.prefix { $0 != "=" }) }
    }

    /// How the cell should begin.
    var rightForm: String {
        let label = label ?? (directive.labelRule == .required ? "LABEL" : nil)
        return "```` ```\(directive.name)\(label.map { " " + $0 } ?? "") ````"
    }

    /// The name in kebab-case: `plot_confusion` and `PlotConfusion` are `plot-confusion`.
    private static func plainName(_ word: String) -> String {
        var name = ""
        for character in word where character.isLetter || character.isNumber || character == "-" || character == "_" {
            if character.isUppercase, let last = name.last, last.isLowercase, last != "-",
                word.contains(where: \.isLowercase)
            {
                // A capital behind a small letter begins a word.
                name += "-"
            }
            name += character == "_" ? "-" : character.lowercased()
        }
        for prefix in ["language-", "lang-"] where name.hasPrefix(prefix) {
            name = String(name.dropFirst(prefix.count))
        }
        return String(name.trimmingPrefix { $0 == "-" }.reversed().drop { $0 == "-" }.reversed())
    }

    private static func label(in tokens: [String]) -> String? {
        for (index, token) in tokens.enumerated() {
            let parts = token.split(separator: "=", maxSplits: 1)
            if parts.count == 2 {
                if isLabelKey(parts[0]), ValuePath.isKebabCase(parts[1]) { return String(parts[1]) }
                continue
            }
            let word = token.drop { "#.".contains($0) }
            if isLabelKey(token.prefix { $0 != ":" }), token.hasSuffix(":"), index + 1 < tokens.count {
                return tokens[index + 1]
            }
            if ValuePath.isKebabCase(word) { return String(word) }
        }
        return nil
    }

    private static func isLabelKey(_ word: some StringProtocol) -> Bool { ["label", "name", "id"].contains(word) }
}
