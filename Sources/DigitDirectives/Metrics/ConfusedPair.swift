import NotebookCore

/// Two digits that were taken for each other, both directions counted.
struct ConfusedPair: Hashable, Sendable {
    let lower: Int
    let upper: Int
    /// Images of `lower` that were read as `upper`.
    let lowerAsUpper: Int
    /// Images of `upper` that were read as `lower`.
    let upperAsLower: Int
    /// Images that show `lower`.
    let lowerImages: Int
    /// Images that show `upper`.
    let upperImages: Int
    /// Place among all pairs by errors, with its 95 % interval.
    let rank: Rank

    var errors: Int { lowerAsUpper + upperAsLower }
    /// The pair in published paths: `3-5`.
    var pathPart: String { "\(lower)-\(upper)" }
    /// The pair in prose: "3 ↔ 5".
    var phrase: String { "\(lower)\u{00A0}↔\u{00A0}\(upper)" }

    /// All 45 pairs, most errors first; equally frequent ones by digits.
    static func ranked(_ matrix: ConfusionMatrix) -> [ConfusedPair] {
        let pairs = Digits.all.flatMap { lower in
            Digits.all.filter { $0 > lower }.map { upper in (lower, upper) }
        }
        let errors = pairs.map { matrix.counts[$0.0][$0.1] + matrix.counts[$0.1][$0.0] }
        let ranks = Rank.ranks(ofCounts: errors)
        let order = pairs.indices.sorted { errors[$0] != errors[$1] ? errors[$0] > errors[$1] : $0 < $1 }
        return order.map { index in
            let (lower, upper) = pairs[index]
            return ConfusedPair(
                lower: lower, upper: upper, lowerAsUpper: matrix.counts[lower][upper],
                upperAsLower: matrix.counts[upper][lower],
                lowerImages: matrix.counts[lower].reduce(0, +), upperImages: matrix.counts[upper].reduce(0, +),
                rank: ranks[index])
        }
    }
}
