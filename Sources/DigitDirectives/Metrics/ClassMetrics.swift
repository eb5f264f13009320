import NotebookCore

/// How well one digit is told from all others.
struct ClassMetrics: Hashable, Sendable {
    let digit: Int
    /// Images of the digit that were read as it (true positives).
    let right: Int
    /// Images of the digit.
    let actual: Int
    /// Images that were read as the digit.
    let predicted: Int

    /// Share of the digit's images that were read as it; what is called the accuracy of a class.
    var recall: Proportion { Proportion(successes: right, trials: actual) }
    /// Share of the images read as the digit that show it.
    var precision: Proportion { Proportion(successes: right, trials: predicted) }
    var errors: Int { actual - right }

    /// Harmonic mean of precision and recall: 2·TP / (2·TP + FP + FN); not a number where the digit never occurs.
    var f1: Double { 2 * Double(right) / Double(actual + predicted) }
}
