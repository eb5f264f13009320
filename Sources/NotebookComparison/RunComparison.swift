import NotebookCore

/// What differs between two runs.
package struct RunComparison: Sendable {
    /// Something that both runs have, or only one of them.
    struct Change<Content: Sendable & Equatable>: Sendable {
        var name: String
        var first: Content?
        var second: Content?
    }

    let first: RecordedRun
    let second: RecordedRun
    /// What the runs were made with, where it differs.
    let conditions: [Change<String>]
    let values: [Change<RecordedValue>]
    /// Nil where they are left out: they differ in any two runs.
    let measurements: [Change<RecordedValue>]?
    /// Claims whose verdicts differ.
    let claims: [ClaimChange]
    /// For each split that both runs have answers to, image by image.
    let answers: [AnswerComparison]

    package init(_ first: RecordedRun, _ second: RecordedRun, includesMeasurements: Bool) {
        self.first = first
        self.second = second
        conditions = Self.changes(first.conditions, second.conditions)
        values = Self.changes(first.values, second.values)
        measurements = includesMeasurements ? Self.changes(first.measurements, second.measurements) : nil
        claims = ClaimChange.between(first.claims, second.claims)
        answers = first.answers.compactMap { answers in
            second.answers.first { $0.run == answers.run && $0.split == answers.split }
                .map { AnswerComparison(answers, $0) }
        }
    }

    /// Whether nothing differs that was looked at.
    package var isEmpty: Bool {
        conditions.isEmpty && values.isEmpty && measurements?.isEmpty ?? true && claims.isEmpty
            && answers.allSatisfy(\.isEmpty)
    }

    /// What two dictionaries do not have alike, in the order of `precedes`.
    private static func changes<Content>(
        _ first: [String: Content], _ second: [String: Content]
    ) -> [Change<Content>] {
        Set(first.keys).union(second.keys).sorted(by: precedes)
            .filter { first[$0] != second[$0] }
            .map { Change(name: $0, first: first[$0], second: second[$0]) }
    }

    /// Sorts the shortest paths first, since what has more parts is a detail of it: `a.test.accuracy` before that of a
    /// class.
    private static func precedes(_ first: String, _ second: String) -> Bool {
        let (first, second) = (first.split(separator: "."), second.split(separator: "."))
        return first.count == second.count ? first.lexicographicallyPrecedes(second) : first.count < second.count
    }
}

/// A claim whose verdict is another in the second run, or that only one of them makes.
struct ClaimChange: Sendable {
    /// The claim in the run that has it, the second where both do.
    var claim: RecordedRun.Claim
    var first: RecordedRun.Claim?
    var second: RecordedRun.Claim?

    /// In the order of the first run's claims, then those that only the second makes.
    static func between(_ first: [RecordedRun.Claim], _ second: [RecordedRun.Claim]) -> [ClaimChange] {
        func counterpart(of claim: RecordedRun.Claim, in claims: [RecordedRun.Claim]) -> RecordedRun.Claim? {
            claims.first { $0.claim == claim.claim && $0.cell == claim.cell }
                ?? claims.first { $0.claim == claim.claim }
        }
        let changed = first.compactMap { claim -> ClaimChange? in
            let other = counterpart(of: claim, in: second)
            return other?.verdict == claim.verdict
                ? nil : ClaimChange(claim: other ?? claim, first: claim, second: other)
        }
        let new = second.filter { counterpart(of: $0, in: first) == nil }
        return changed + new.map { ClaimChange(claim: $0, first: nil, second: $0) }
    }
}
