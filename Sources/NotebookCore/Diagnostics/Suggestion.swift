/// Guesses of what a misspelt word was meant to be.
package enum Suggestion {
    /// The candidate nearest to `word`, if it is near enough to be meant: a third of its length, at least one edit.
    package static func closest(to word: String, among candidates: some Sequence<String>) -> String? {
        closest(to: word, among: candidates, within: max(1, word.count / 3))
    }

    /// The candidate nearest to `word`, the first of several, if it is at most `limit` edits away.
    package static func closest(
        to word: String, among candidates: some Sequence<String>, within limit: Int
    ) -> String? {
        let letters = Letters(word)
        var best: (candidate: String, distance: Int)?
        for candidate in candidates {
            let most = best.map { $0.distance - 1 } ?? limit
            guard most >= 0 else { break }
            if let distance = letters.distance(to: Letters(candidate), atMost: most) { best = (candidate, distance) }
        }
        return best?.candidate
    }

    /// Edits (insertion, deletion, substitution, transposition of neighbours) between two words: optimal string
    /// alignment. Words longer than 64 characters are compared by their first 64.
    package static func distance(from source: String, to target: String) -> Int {
        Letters(source).distance(to: Letters(target), atMost: .max) ?? .max
    }

    /// Whether `word` could be a slip for `other`: close, and with the same digits, since `run-1` is not `run-2`.
    package static func isSlip(_ word: String, for other: String) -> Bool {
        guard word.filter(\.isNumber) == other.filter(\.isNumber) else { return false }
        return Letters(word).distance(to: Letters(other), atMost: max(1, word.count / 3)) != nil
    }

    /// What is compared of a word.
    private struct Letters {
        private static let limit = 64
        private let characters: [Character]

        init(_ word: String) {
            characters = Array(word.prefix(Self.limit))
        }

        /// The edits to `other`, or nil where there are more than `limit`.
        func distance(to other: Letters, atMost limit: Int) -> Int? {
            let (source, target) = (characters, other.characters)
            // Each character that one has more is an edit.
            guard abs(source.count - target.count) <= limit else { return nil }
            var beforeLast: [Int] = []
            var last = Array(0...target.count)
            for i in source.indices {
                var row = [i + 1]
                row.reserveCapacity(target.count + 1)
                for j in target.indices {
                    let substitution = last[j] + (source[i] == target[j] ? 0 : 1)
                    var cost = min(last[j + 1] + 1, row[j] + 1, substitution)
                    if i > 0, j > 0, source[i] == target[j - 1], source[i - 1] == target[j] {
                        cost = min(cost, beforeLast[j - 1] + 1)
                    }
                    row.append(cost)
                }
                if let least = row.min(), least > limit, (last.min() ?? 0) > limit { return nil }
                (beforeLast, last) = (last, row)
            }
            return last[target.count] <= limit ? last[target.count] : nil
        }
    }
}
