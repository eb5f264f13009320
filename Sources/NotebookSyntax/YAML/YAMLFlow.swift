/// A value in brackets or quotation marks, read as far as it goes.
struct YAMLFlow {
    /// The brackets that close those which are open, the innermost last.
    private(set) var closings: [Character] = []
    /// The quotation mark in which the text read so far ends; nil outside of quotes.
    private(set) var quote: Character?

    /// The value that begins with `characters`; nil where it begins with neither bracket nor quotation mark.
    init?(beginning characters: ArraySlice<Character>) {
        guard let first = characters.first, "[{\"'".contains(first) else { return nil }
        read(characters)
    }

    var isOpen: Bool { quote != nil || !closings.isEmpty }
    /// What is missing at the end.
    var missingText: String { (quote.map { String($0) } ?? "") + String(closings.reversed()) }
    /// The same for a sentence.
    var missing: String { "`\(missingText)`" }

    /// Reads another line of the value.
    mutating func read(_ line: ArraySlice<Character>) {
        var previous: Character = " "
        var isEscaped = false
        for character in line {
            if let open = quote {
                if character == open, !isEscaped { quote = nil }
                isEscaped = character == "\\" && open == "\"" && !isEscaped
            } else {
                switch character {
                case "#" where previous.isWhitespace: return
                case "\"", "'": if previous.isWhitespace || "[{,:".contains(previous) { quote = character }
                case "[": closings.append("]")
                case "{": closings.append("}")
                case "]", "}": if closings.last == character { closings.removeLast() }
                default: break
                }
            }
            previous = character
        }
    }
}
