/// What a number counts or measures, so that only like is compared with like.
package enum Unit: String, Hashable, Sendable, Codable, CaseIterable {
    /// Images, errors, parameters, epochs.
    case count
    /// A number without a unit: a loss, a learning rate.
    case number
    /// A part of a whole, 0…1: accuracies, confidences, probabilities.
    case fraction
    /// A difference of fractions, −1…1.
    case points
    case seconds
    case bytes
    /// Something for each second: images, steps.
    case perSecond = "per-second"
    case text

    /// How a number of this unit is written where nothing else is said.
    package var naturalFormat: NumberFormat {
        switch self {
        case .count: .integer
        case .fraction: .percent(2)
        case .points: .points(2)
        case .seconds: .duration
        case .bytes: .bytes
        case .number, .perSecond, .text: .significant(4)
        }
    }

    /// The unit with its article, for messages.
    package var wording: String {
        switch self {
        case .count: "a count"
        case .number: "a number without a unit"
        case .fraction: "a fraction"
        case .points: "a difference of fractions"
        case .seconds: "a duration"
        case .bytes: "a number of bytes"
        case .perSecond: "a rate per second"
        case .text: "text"
        }
    }
}
