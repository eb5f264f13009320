import Foundation

/// The place of one among several, with the places that are compatible with what was counted.
///
/// The interval comes from comparisons with each of the others, at 5 % together (Bonferroni): as many as are certainly ahead lie
/// ahead, as many as are certainly behind lie behind, and the rest may be on either side (Marshall & Spiegelhalter 1998,
/// *BMJ* 316: 1701; Mohamad, Goeman & van Zwet 2022, *TEST* 31).
package struct Rank: Hashable, Sendable, Codable {
    /// From 1; equals share the better place.
    package let place: Int
    /// The best and the worst place of the 95 % interval, from 1.
    package let best: Int
    package let worst: Int

    package init(place: Int, best: Int, worst: Int) {
        self.place = place
        self.best = best
        self.worst = worst
    }

    package var interval: ClosedRange<Double> { Double(best)...Double(worst) }

    /// Ranks of counts, the greatest first. Two counts differ where the exact two-sided binomial test says so, which asks how
    /// likely so uneven a division of both would be if either were equally likely.
    package static func ranks(ofCounts counts: [Int]) -> [Rank] {
        let level = level(forEachOf: counts.count)
        return ranks(counts, isAhead: >) { one, other in
            one > other
                && McNemarTest(bothRight: 0, onlyFirstRight: one, onlySecondRight: other, bothWrong: 0).pValue < level
        }
    }

    /// Ranks of shares of different items, the greatest first. Two shares differ where Newcombe's interval of their
    /// difference (1998, method 10) does not contain 0. Shares without trials come last.
    package static func ranks(ofShares shares: [Proportion]) -> [Rank] {
        let z = normalQuantile(1 - level(forEachOf: shares.count) / 2)
        let known = shares.map { $0.trials > 0 ? $0 : nil }
        return ranks(known) { one, other in
            (one?.share ?? -1) > (other?.share ?? -1)
        } isCertainlyAhead: { one, other in
            guard let one else { return false }
            guard let other else { return true }
            guard one.share > other.share else { return false }
            let lower = one.share - one.wilsonInterval(z: z).lowerBound
            let upper = other.wilsonInterval(z: z).upperBound - other.share
            return one.share - other.share > (lower * lower + upper * upper).squareRoot()
        }
    }

    private static func ranks<Item>(
        _ items: [Item], isAhead: (Item, Item) -> Bool, isCertainlyAhead: (Item, Item) -> Bool
    ) -> [Rank] {
        items.map { item in
            Rank(
                place: 1 + items.count { isAhead($0, item) }, best: 1 + items.count { isCertainlyAhead($0, item) },
                worst: items.count - items.count { isCertainlyAhead(item, $0) })
        }
    }

    /// The level of one comparison of `count` items, so that those of one item are wrong in 5 % of cases together.
    private static func level(forEachOf count: Int) -> Double { 0.05 / Double(max(1, count - 1)) }

    /// The standard normal distribution's quantile, for probabilities from a half to below 1, by bisection.
    static func normalQuantile(_ probability: Double) -> Double {
        var (lower, upper) = (0.0, 40.0)
        for _ in 0..<100 {
            let middle = (lower + upper) / 2
            if 0.5 * erfc(-middle / 2.0.squareRoot()) < probability { lower = middle } else { upper = middle }
        }
        return (lower + upper) / 2
    }
}
