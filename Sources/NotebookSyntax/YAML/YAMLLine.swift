/// A line of YAML, taken apart as people read it.
struct YAMLLine {
    let characters: [Character]
    /// Spaces before the first character.
    let indent: Int
    /// Characters before the first word, marks of lists included.
    let contentIndent: Int
    /// The word with which the line begins: a key, if a colon follows.
    let word: String
    /// What follows the word.
    let rest: Substring

    init(_ line: Substring) {
        characters = Array(line)
        indent = characters.prefix { $0 == " " }.count
        var start = indent
        while start + 1 < characters.count, characters[start] == "-", characters[start + 1] == " " {
            start += 1
            while start < characters.count, characters[start] == " " { start += 1 }
        }
        contentIndent = start
        word = String(
            characters[start...].prefix { $0.isLetter && $0.isASCII || $0.isNumber || $0 == "-" || $0 == "_" })
        rest = Substring(String(characters[(start + word.count)...]))
    }

    var isBlank: Bool { characters.allSatisfy(\.isWhitespace) || characters[indent...].first == "#" }
    var isListItem: Bool { contentIndent > indent }

    /// Whether the line is a key with a colon as YAML wants it.
    var isEntry: Bool {
        guard !word.isEmpty, rest.first == ":" else { return false }
        return rest.dropFirst().first.map { $0 == " " || $0 == "\t" } ?? true
    }

    /// What stands behind the colon, or behind the marks of a list.
    var value: ArraySlice<Character> {
        let start = isEntry ? contentIndent + word.count + 1 : contentIndent
        return characters[start...].drop { $0 == " " || $0 == "\t" }
    }

    /// Whether the value is plain text on this line, below which nothing can be indented but more of it.
    var hasPlainValue: Bool {
        guard isEntry, let first = value.first else { return false }
        return !"[{|>\"'&*!#".contains(first)
    }

    /// Whether the value is a block of text on the lines below.
    var opensBlock: Bool { isEntry && (value.first == "|" || value.first == ">") }

    /// A character other than the space with which the line is indented.
    var oddIndent: (column: Int, name: String)? {
        guard indent < characters.count, let name = Self.name(ofSpace: characters[indent]) else { return nil }
        return (indent + 1, name)
    }

    /// What a space is called that YAML takes for none.
    static func name(ofSpace character: Character) -> String? {
        switch character {
        case "\t": "tab"
        case "\u{A0}", "\u{202F}", "\u{2007}": "no-break space"
        case " ": nil
        default: character.isWhitespace || character == "\u{200B}" ? "space that is not an ordinary one" : nil
        }
    }
}
