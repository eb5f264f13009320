/// What became of a claim. A verdict informs; only an expectation decides the exit code.
package enum Verdict: String, Hashable, Sendable, Codable, CaseIterable {
    /// The reported value lies in the measured one's 95 % interval or within the stated tolerance.
    case reproduced
    case notReproduced = "not reproduced"
    /// Nothing was reported; the measured value stands alone.
    case measured
    /// Nothing measured it; the claim states a reason.
    case notTested = "not tested"
    /// The run used other data than the claim is about.
    case notApplicable = "not applicable"
}
