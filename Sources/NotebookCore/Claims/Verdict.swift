/// What became of a claim. A verdict informs; only an expectation decides the exit code.
package enum Verdict: String, Hashable, Sendable, Codable, CaseIterable {
    /// The measured value agrees with what was reported, as far as the images tell.
    case reproduced
    case notReproduced = "not reproduced"
    /// The measured value's 95 % interval contains the bound, or both signs.
    case undecided
    /// The notebook sets what was reported; nothing was measured.
    case asSet = "as set"
    /// The notebook, or a parameter of this run, sets another value than was reported.
    case setDifferently = "set differently"
    /// Nothing was reported; the measured value stands alone.
    case measured
    /// A duration or a speed, which tells of the machine as much as of the claim.
    case measuredHere = "measured here"
    /// Nothing measured it; the claim states a reason.
    case notTested = "not tested"
    /// The run used other data than the claim is about.
    case notApplicable = "not applicable"
}
