/// Guesses of what a misspelt word was meant to be.
package enum Suggestion {
    /// The candidate nearest to `word`, if it is near enough to be meant: a third of its length, at least one edit.
    package static func closest(to word: String, among candidates: some Sequence<String>) -> String? {
        let ranked = candidates.map { (candidate: $0, distance: distance(from: word, to: $0)) }
        guard let best = ranked.min(by: { $0.distance < $1.distance }) else { return nil }
        return best.distance <= max(1, word.count / 3) ? best.candidate : nil
    }

    /// Edits (insertion, deletion, substitution, transposition of neighbours) between two words: optimal string
    /// alignment. Words longer than 64 characters are compared by their first 64.
    package static func distance(from source: String, to target: String) -> Int {
        let source = Array(source.prefix(64))
        let target = Array(target.prefix(64))
        var rows = [Array(0...target.count)]
        for i in 0..<source.count {
            var row = [i + 1]
            for j in 0..<target.count {
                let substitution = rows[i][j] + (source[i] == target[j] ? 0 : 1)
                var cost = min(rows[i][j + 1] + 1, row[j] + 1, substitution)
                if i > 0, j > 0, source[i] == target[j - 1], source[i - 1] == target[j] {
                    cost = min(cost, rows[i - 1][j - 1] + 1)
                }
                row.append(cost)
            }
            rows.append(row)
        }
        return rows[source.count][target.count]
    }
}
