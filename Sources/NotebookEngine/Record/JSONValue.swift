package import Foundation
import NotebookCore

/// A JSON document; numbers that JSON cannot write become null.
package enum JSONValue: Encodable, Hashable, Sendable {
    case null
    case boolean(Bool)
    case integer(Int)
    case number(Double)
    case string(String)
    case array([JSONValue])
    case object([String: JSONValue])

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .boolean(let boolean): try container.encode(boolean)
        case .integer(let integer): try container.encode(integer)
        case .number(let number):
            if number.isFinite { try container.encode(number) } else { try container.encodeNil() }
        case .string(let string): try container.encode(string)
        case .array(let array): try container.encode(array)
        case .object(let object): try container.encode(object)
        }
    }
}

extension JSONValue {
    /// The document in UTF-8, indented, with sorted keys and a line break at the end.
    package var fileContents: Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(self) else {
            preconditionFailure("numbers that JSON cannot write are null")
        }
        return data + Data("\n".utf8)
    }
}

extension JSONValue: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral, ExpressibleByStringLiteral,
    ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral
{
    package init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(Dictionary(elements) { first, _ in first })
    }

    package init(arrayLiteral elements: JSONValue...) {
        self = .array(elements)
    }

    package init(stringLiteral string: String) {
        self = .string(string)
    }

    package init(booleanLiteral boolean: Bool) {
        self = .boolean(boolean)
    }

    package init(integerLiteral integer: Int) {
        self = .integer(integer)
    }
}

extension [ValuePath: PublishedValue] {
    var jsonObject: [String: JSONValue] {
        reduce(into: [:]) { object, entry in
            object[entry.key.text] =
                switch entry.value.value {
                case .integer(let integer): .integer(integer)
                case .number(let number): .number(number)
                case .proportion(let proportion): .number(proportion.share)
                case .rank(let rank): .integer(rank.place)
                case .text(let text): .string(text)
                }
        }
    }
}
