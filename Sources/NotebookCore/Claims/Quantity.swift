import Foundation

/// A number as a report writes it, with the way in which it was written: `99.08%`, `0.33 points`, `500,000`, `2 minutes`.
package struct Quantity: Hashable, Sendable {
    /// In the unit's base: a percentage as a fraction, a duration in seconds, a size in bytes.
    package var number: Double
    /// What is written: `.number` for a number alone, which may stand for a count or a fraction too.
    package var unit: Unit
    /// How a number of the same sort and precision is written.
    package var format: NumberFormat
    /// Half a unit of the last digit that was written.
    package var precision: Double
    /// Half a unit of the last digit that says something: zeros at the end of an integer may only fill its places.
    package var roundingPrecision: Double
    /// Whether a sign was written, plus or minus.
    package var isSigned: Bool

    /// Why a text is no quantity.
    package enum Problem: Error, Hashable, Sendable {
        case notAQuantity
        /// A comma that separates no group of three digits; with the text that was probably meant.
        case decimalComma(suggestion: String)
    }

    /// Reads a quantity; nil where `text` is none.
    package init?(_ text: String) {
        try? self.init(reading: text)
    }

    /// Reads a quantity and says why `text` is none.
    package init(reading text: String) throws(Problem) {
        let text = text.trimmed
        let parts = try Self.parts(of: text)
        guard let first = parts.first else { throw .notAQuantity }
        self = first
        // "1 min 15 s"
        for (larger, part) in zip(parts, parts.dropFirst()) {
            guard part.unit == .seconds, larger.unit == .seconds, part.number < larger.precision * 2, !part.isSigned
            else { throw .notAQuantity }
            number += number < 0 ? -part.number : part.number
            precision = part.precision
            roundingPrecision = part.roundingPrecision
        }
    }

    /// The numbers with their units that follow one another in a text.
    private static func parts(of text: String) throws(Problem) -> [Quantity] {
        var parts: [Quantity] = []
        var rest = Substring(text)
        while !rest.isEmpty {
            var digits = rest.prefix { isNumberCharacter($0) }
            // A letter e belongs to a number only between digits: "5 epochs", "1e-3".
            if let exponent = digits.firstIndex(where: { $0 == "e" || $0 == "E" }) {
                let after = digits[digits.index(after: exponent)...].drop { "+-−".contains($0) }
                if !(after.first?.isNumber ?? false) { digits = digits[..<exponent] }
            }
            rest = rest.dropFirst(digits.count).drop(while: \.isWhitespace)
            let word = rest.prefix { !$0.isNumber }
            rest = rest.dropFirst(word.count)
            parts.append(try Quantity(digits: String(digits), unit: String(word).trimmed))
        }
        return parts
    }

    private static func isNumberCharacter(_ character: Character) -> Bool {
        character.isNumber || ".,_eE+-−".contains(character)
    }

    private init(digits: String, unit word: String) throws(Problem) {
        let plain = String(digits.filter { $0 != "_" }.map { $0 == "−" ? "-" : $0 })
        guard Self.hasGroupsOfThree(plain) else {
            let point = String(digits.map { $0 == "," ? "." : $0 })
            guard finiteNumber(point) != nil, Meaning(word) != nil else { throw .notAQuantity }
            throw .decimalComma(suggestion: point + (word.isEmpty || word == "%" ? word : " " + word))
        }
        let bare = plain.filter { $0 != "," }
        guard let written = finiteNumber(bare), let meaning = Meaning(word) else { throw .notAQuantity }
        let mantissa = bare.prefix { $0 != "e" && $0 != "E" }
        let decimals = mantissa.split(separator: ".", omittingEmptySubsequences: false).dropFirst().first?.count ?? 0
        let exponent = mantissa.count < bare.count ? Int(bare.dropFirst(mantissa.count + 1)) ?? 0 : 0
        let step = pow(10, Double(exponent - min(decimals, 12)))
        let fillers = decimals == 0 ? mantissa.reversed().prefix { $0 == "0" }.count : 0
        let isZero = !mantissa.contains { ("1"..."9").contains($0) }
        number = written * meaning.factor
        unit = meaning.unit
        precision = 0.5 * step * meaning.factor
        roundingPrecision = isZero ? precision : precision * pow(10, Double(fillers))
        isSigned = bare.hasPrefix("+") || bare.hasPrefix("-")
        format =
            switch meaning.unit {
            case .fraction: .percent(decimals)
            case .points: .points(decimals)
            case .seconds: .duration
            case .bytes: .bytes
            case .count: .integer
            default: decimals == 0 && exponent == 0 ? .integer : exponent == 0 ? .fixed(decimals) : .significant(4)
            }
    }

    /// Whether every comma separates groups of three digits before the decimal point, and the first group is no zero.
    private static func hasGroupsOfThree(_ digits: String) -> Bool {
        guard digits.contains(",") else { return true }
        let whole = digits.prefix { $0 != "." }.drop { "+-".contains($0) }
        guard !digits.dropFirst(digits.prefix { $0 != "." }.count).contains(",") else { return false }
        let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
        return groups.allSatisfy { $0.allSatisfy(\.isNumber) } && groups[0].first != "0"
            && (1...3).contains(groups[0].count) && groups.dropFirst().allSatisfy { $0.count == 3 }
    }
}

/// What a unit's word says.
private struct Meaning {
    var unit: Unit
    var factor: Double

    init?(_ word: String) {
        guard let (unit, factor) = Self.exact[word] ?? Self.lowercased[word.lowercased()] else { return nil }
        (self.unit, self.factor) = (unit, factor)
    }

    /// Units in which capitals matter.
    private static let exact: [String: (Unit, Double)] = ["B": (.bytes, 1), "M": (.number, 1e6)]

    private static let lowercased: [String: (Unit, Double)] = {
        var meanings: [String: (Unit, Double)] = [
            "": (.number, 1), "k": (.number, 1e3), "thousand": (.number, 1e3), "million": (.number, 1e6),
            "billion": (.number, 1e9),
        ]
        func add(_ unit: Unit, _ factor: Double, _ words: String) {
            for word in words.split(separator: ",") { meanings[String(word).trimmed] = (unit, factor) }
        }
        add(.fraction, 0.01, "%, percent, per cent")
        add(.points, 0.01, "point, points, percentage point, percentage points, pp, % points")
        add(.seconds, 1e-9, "ns")
        add(.seconds, 1e-6, "µs, μs, us")
        add(.seconds, 1e-3, "ms, millisecond, milliseconds")
        add(.seconds, 1, "s, sec, second, seconds")
        add(.seconds, 60, "min, minute, minutes")
        add(.seconds, 3600, "h, hour, hours")
        add(.seconds, 86_400, "d, day, days")
        add(.bytes, 1, "byte, bytes")
        for (power, prefix) in ["k", "m", "g", "t"].enumerated() {
            add(.bytes, pow(1000, Double(power + 1)), prefix + "b")
            add(.bytes, pow(1024, Double(power + 1)), prefix + "ib")
        }
        add(.perSecond, 1, "/s, per second, images/s, images per second, images a second")
        for noun in [
            "image", "error", "epoch", "parameter", "weight", "example", "sample", "digit", "layer", "filter",
            "unit", "time", "step", "failure", "mistake",
        ] {
            add(.count, 1, "\(noun), \(noun)s")
        }
        add(.count, 1, "class, classes, batch, batches")
        add(.count, 1e6, "million parameters, m parameters")
        add(.count, 1e3, "thousand parameters, k parameters")
        return meanings
    }()
}
