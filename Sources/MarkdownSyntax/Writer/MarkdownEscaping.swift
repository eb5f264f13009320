extension String {
    /// The text as Markdown that stands for it wherever in a paragraph it is.
    ///
    /// Dollar signs are escaped as well: forges and Jupyter read what stands between two as a formula.
    package var escapedForMarkdown: String {
        var escaped = ""
        var rest = self[...]
        while let character = rest.popFirst() {
            // An ampersand is a mark only where an entity could follow.
            let isMark =
                character == "&"
                ? rest.first.map { $0 == "#" || $0.isLetter } ?? false : "\\`*_[]<~|$".contains(character)
            if isMark { escaped.append("\\") }
            escaped.append(character)
        }
        return escaped
    }

    /// The text with a backslash before characters, which have to be ASCII punctuation.
    func escaped(_ isSpecial: (Character) -> Bool) -> String {
        var escaped = ""
        for character in self {
            if isSpecial(character) { escaped.append("\\") }
            escaped.append(character)
        }
        return escaped
    }

    /// A paragraph's line, escaped where it would otherwise begin a block of another kind.
    var withEscapedBlockMark: String {
        let text = drop { $0 == " " }
        guard let first = text.first else { return self }
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        if !digits.isEmpty {
            let rest = text.dropFirst(digits.count)
            guard digits.count <= 9, let mark = rest.first, mark == "." || mark == ")",
                rest.dropFirst().first.map(\.isWhitespace) ?? true
            else { return String(text) }
            return String(digits) + "\\" + rest
        }
        let run = text.prefix { $0 == first }
        let isFollowedBySpace = text.dropFirst(run.count).first.map(\.isWhitespace) ?? true
        switch first {
        case "#" where run.count <= 6 && isFollowedBySpace: return "\\" + text
        case "+" where run.count == 1 && isFollowedBySpace: return "\\" + text
        case "-" where isFollowedBySpace: return "\\" + text
        case ">": return "\\" + text
        case ":" where text.allSatisfy({ ":- ".contains($0) }): return "\\" + text
        case "=" where text.allSatisfy({ $0 == "=" || $0 == " " }): return "\\" + text
        default: return String(text)
        }
    }

    /// The length of the longest run of a character.
    func longestRun(of character: Character) -> Int {
        split { $0 != character }.map(\.count).max() ?? 0
    }

    /// The shortest length from 1 that no run of a character has.
    func shortestMissingRun(of character: Character) -> Int {
        let lengths = Set(split { $0 != character }.map(\.count))
        return (1...).first { !lengths.contains($0) } ?? 1
    }

    var lines: [String] {
        split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    var withoutFinalLineEnding: String { hasSuffix("\n") ? String(dropLast()) : self }

    /// A line with spaces before it; an empty one stays empty.
    func indented(by count: Int) -> String { isEmpty ? self : String(repeating: " ", count: count) + self }
}
