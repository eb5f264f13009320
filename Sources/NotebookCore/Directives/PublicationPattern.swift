/// The form of the paths that a directive publishes, with placeholders in capitals: `RUN.SPLIT.accuracy`.
///
/// A number in the pattern stands for any number: `RUN.SPLIT.class.5.accuracy`.
package struct PublicationPattern: Sendable {
    private enum Part: Sendable {
        case placeholder(String)
        case literal(String)
    }

    private let parts: [Part]

    package init(_ text: String) {
        parts = text.split(separator: ".").map { part in
            part.contains { $0.isUppercase } && !part.contains { $0.isLowercase }
                ? .placeholder(String(part)) : .literal(String(part))
        }
    }

    /// What stands at each placeholder of a path that has this form; nil for other paths.
    package func bindings(of path: ValuePath) -> [String: String]? {
        let words = path.parts
        guard words.count == parts.count else { return nil }
        var bindings: [String: String] = [:]
        for (part, word) in zip(parts, words) {
            switch part {
            case .placeholder(let name): bindings[name] = word
            case .literal(let literal): guard Self.isSame(literal, word) else { return nil }
            }
        }
        return bindings
    }

    /// The path of this form that `path` is a slip for, with its words at the placeholders; nil where there is none.
    package func path(meantBy path: ValuePath) -> ValuePath? {
        let words = path.parts
        guard words.count == parts.count else { return nil }
        var meant: [String] = []
        for (part, word) in zip(parts, words) {
            switch part {
            case .placeholder: meant.append(word)
            case .literal(let literal):
                guard Self.isSame(literal, word) || Suggestion.isSlip(word, for: literal) else { return nil }
                meant.append(Self.isSame(literal, word) ? word : literal)
            }
        }
        return meant == words ? nil : ValuePath(meant)
    }

    /// Whether a word is a pattern's word, whatever its numbers.
    private static func isSame(_ literal: String, _ word: String) -> Bool {
        literal == word || literal.contains(where: \.isNumber) && shape(of: literal) == shape(of: word)
    }

    /// The word with one `#` for each number.
    private static func shape(of word: String) -> String {
        word.reduce(into: "") { shape, character in
            if !character.isNumber { shape.append(character) } else if shape.last != "#" { shape.append("#") }
        }
    }
}
