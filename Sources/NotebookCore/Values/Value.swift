/// A result that prose and claims can refer to; the same in every run of the same notebook.
///
/// Durations and speeds are no values: they vary from run to run and are published as measurements.
package enum Value: Hashable, Sendable, Codable {
    case integer(Int)
    case number(Double)
    /// A count of successes among trials; its number is the share, 0…1.
    case proportion(Proportion)
    /// A place, from 1, with the places that are compatible with the data.
    case rank(Rank)
    case text(String)

    /// The value as a number; nil for text.
    package var number: Double? {
        switch self {
        case .integer(let integer): Double(integer)
        case .number(let number): number
        case .proportion(let proportion): proportion.share
        case .rank(let rank): Double(rank.place)
        case .text: nil
        }
    }

    /// The unit that the kind of value tells; nil for a number, which may have any.
    package var unit: Unit? {
        switch self {
        case .integer, .rank: .count
        case .number: nil
        case .proportion: .fraction
        case .text: .text
        }
    }

    /// The 95 % interval of a proportion or a rank; nil for anything else.
    package var interval: ClosedRange<Double>? {
        switch self {
        case .proportion(let proportion): proportion.wilsonInterval
        case .rank(let rank): rank.interval
        case .integer, .number, .text: nil
        }
    }
}
