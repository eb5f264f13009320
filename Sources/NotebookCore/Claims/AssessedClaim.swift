/// A claim with what became of it in one run.
package struct AssessedClaim: Hashable, Sendable, Codable {
    package var statement: String
    /// What the report says, as it writes it.
    package var reported: String?
    /// What the run measured, as people read it; nil where nothing did.
    package var measured: String?
    /// Whether that varies from run to run, like durations and speeds.
    package var isMeasurement: Bool
    package var verdict: Verdict

    package init(statement: String, reported: String?, measured: String?, isMeasurement: Bool = false, verdict: Verdict)
    {
        self.statement = statement
        self.reported = reported
        self.measured = measured
        self.isMeasurement = isMeasurement
        self.verdict = verdict
    }
}
