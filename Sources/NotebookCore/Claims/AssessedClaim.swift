/// A claim with what became of it in one run.
package struct AssessedClaim: Hashable, Sendable, Codable {
    package var statement: String
    /// What the report says, as it writes it.
    package var reported: String?
    /// What the run measured, as people read it; nil where nothing did.
    package var measured: String?
    /// 95 % interval of what was measured, in its base unit; nil where it has none.
    package var interval: ClosedRange<Double>?
    /// Whether the measured value varies from run to run, like durations and speeds.
    package var isMeasurement: Bool
    package var verdict: Verdict
    /// The rule behind the verdict in a few words.
    package var note: String?
    /// The same for claims that compare the same figures, so that a tally counts them once.
    package var identity: String

    package init(
        statement: String, reported: String?, measured: String?, interval: ClosedRange<Double>? = nil,
        isMeasurement: Bool = false, verdict: Verdict, note: String? = nil, identity: String? = nil
    ) {
        self.statement = statement
        self.reported = reported
        self.measured = measured
        self.interval = interval
        self.isMeasurement = isMeasurement
        self.verdict = verdict
        self.note = note
        self.identity = identity ?? statement
    }
}
