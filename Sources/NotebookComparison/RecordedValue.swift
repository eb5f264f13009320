import Foundation
import NotebookCore

/// A value as a record has it: without the format in which pages write it.
enum RecordedValue: Hashable, Sendable, Decodable {
    /// Nil for what was not a number.
    case number(Double?)
    case text(String)

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .number(nil)
        } else if let number = try? container.decode(Double.self) {
            self = .number(number)
        } else {
            self = .text(try container.decode(String.self))
        }
    }

    var number: Double? { if case .number(let number) = self { number } else { nil } }

    /// The value as people read it, with as many digits as tell it from another.
    var text: String {
        switch self {
        case .number(let number): Self.text(number ?? .nan)
        case .text(let text): text
        }
    }

    /// The text, cut off where it would push a table's other columns aside.
    var briefText: String {
        let text = text
        return text.count > 10 ? text.prefix(9) + "…" : text
    }

    static func text(_ number: Double, digits: Int = 6) -> String {
        number == number.rounded()
            ? NumberFormat.integer.text(for: number) : NumberFormat.significant(digits).text(for: number)
    }
}
