/// How distinct claims came out: the same figures in two sections count once.
package struct ClaimTally: Hashable, Sendable {
    private let counts: [Verdict: Int]

    package init(_ claims: some Sequence<AssessedClaim>) {
        var counted: Set<String> = []
        var counts: [Verdict: Int] = [:]
        for claim in claims where counted.insert(claim.identity).inserted {
            counts[claim.verdict, default: 0] += 1
        }
        self.counts = counts
    }

    /// Distinct claims with a verdict.
    package subscript(verdict: Verdict) -> Int { counts[verdict] ?? 0 }

    /// Distinct claims that are counted: all but durations and speeds, which tell of the machine.
    package var total: Int { Verdict.tallied.reduce(0) { $0 + self[$1] } }

    /// The verdicts that occur, in the order in which they are told.
    package var verdicts: [(verdict: Verdict, count: Int)] {
        Verdict.tallied.filter { self[$0] > 0 }.map { ($0, self[$0]) }
    }

    /// "4 claims: 3 reproduced, 1 not tested"; durations and speeds after a semicolon.
    package var summary: String {
        let noun = total == 1 ? "claim" : "claims"
        let parts = verdicts.map { "\($0.count) \($0.verdict.rawValue)" }
        var text = "\(total) \(noun)" + (parts.isEmpty ? "" : ": " + parts.joined(separator: ", "))
        let here = self[.measuredHere]
        if here > 0 { text += "; \(here) \(Verdict.measuredHere.rawValue)" }
        return text
    }
}

extension ClaimTally {
    /// The tally as prose may name it: `claims.reproduced`, `claims.count`; nil for any other path.
    package func publishedValue(_ path: ValuePath) -> PublishedValue? {
        if path == Self.countPath { return PublishedValue(.integer(total)) }
        return Verdict.tallied.first { Self.path(of: $0) == path }.map { PublishedValue(.integer(self[$0])) }
    }

    /// All paths of a tally.
    package static let paths = [countPath] + Verdict.tallied.map(path)

    private static let countPath: ValuePath = "claims.count"
    private static func path(of verdict: Verdict) -> ValuePath { ValuePath(["claims", verdict.pathPart]) }
}

extension Verdict {
    /// The verdicts that a tally counts.
    package static let tallied = allCases.filter { $0 != .measuredHere }

    /// The verdict in the path of its count: `not-reproduced`.
    package var pathPart: String { rawValue.split(separator: " ").joined(separator: "-") }
}
