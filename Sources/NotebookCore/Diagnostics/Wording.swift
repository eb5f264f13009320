extension [String] {
    /// "a", "a and b", "a, b and c".
    package var joinedAsWords: String {
        count < 2 ? first ?? "" : dropLast().joined(separator: ", ") + " and " + self[count - 1]
    }
}

extension StringProtocol {
    /// The words with "a" or "an" in front, by their first letter.
    package var withIndefiniteArticle: String {
        guard let first = lowercased().first else { return String(self) }
        return ("aeiou".contains(first) ? "an " : "a ") + self
    }

    /// The text without white space at its ends.
    package var trimmed: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}
