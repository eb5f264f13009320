extension OptionNode {
    /// The raw text of a scalar, empty for null; anything else is a diagnostic that names `expected`.
    package func scalar(expected: String) throws(Diagnostic) -> String {
        switch content {
        case .scalar(let text): return text
        case .null: return ""
        case .sequence: throw Diagnostic(at: location, "a list stands where \(expected) is wanted")
        case .mapping: throw Diagnostic(at: location, "a mapping stands where \(expected) is wanted")
        }
    }

    /// A diagnostic for text that is not of the wanted type.
    package func mismatch(_ text: String, expected: String) -> Diagnostic {
        text.isEmpty
            ? Diagnostic(at: location, "nothing stands here; \(expected) is wanted")
            : Diagnostic(at: location, "‘\(text)’ is not \(expected.withIndefiniteArticle)")
    }
}

extension OptionType where Value == String {
    /// Any text.
    package static var text: OptionType {
        OptionType(name: "text", form: .text, canonicalText: { $0 }) { node throws(Diagnostic) in
            try node.scalar(expected: "text")
        }
    }
}

extension OptionType where Value == Bool {
    /// yes/no, true/false or on/off.
    package static var boolean: OptionType {
        let name = "yes or no"
        return OptionType(name: name, form: .boolean, canonicalText: { $0 ? "yes" : "no" }) { node throws(Diagnostic) in
            let text = try node.scalar(expected: name)
            switch text.lowercased() {
            case "yes", "true", "on": return true
            case "no", "false", "off": return false
            case "": throw node.mismatch(text, expected: name)
            default:
                throw Diagnostic(at: node.location, "‘\(text)’ is neither yes nor no", remedy: "Write `yes` or `no`.")
            }
        }
    }
}

extension OptionType where Value == Int {
    /// A whole number within limits; digits may be grouped with underscores.
    package static func integer(in limits: ClosedRange<Int>) -> OptionType {
        let name =
            limits.upperBound == .max
            ? "whole number from \(limits.lowerBound)"
            : "whole number from \(limits.lowerBound) to \(limits.upperBound)"
        return OptionType(name: name, form: .integer(limits), canonicalText: { String($0) }) {
            node throws(Diagnostic) in
            let text = try node.scalar(expected: name)
            guard let value = Int(text.filter { $0 != "_" }) else { throw node.mismatch(text, expected: name) }
            guard limits.contains(value) else {
                throw Diagnostic(
                    at: node.location, "\(value) is out of range", remedy: "Write \(name.withIndefiniteArticle).")
            }
            return value
        }
    }
}

extension OptionType where Value == Double {
    /// A number within limits, `0.001` or `1e-3`.
    package static func number(in limits: ClosedRange<Double>) -> OptionType {
        let name = "number \(describe(limits))"
        return OptionType(name: name, form: .number(limits), canonicalText: { Self.shortest($0) }) {
            node throws(Diagnostic) in
            let text = try node.scalar(expected: name)
            guard let value = finiteNumber(text) else { throw node.mismatch(text, expected: name) }
            guard limits.contains(value) else {
                throw Diagnostic(
                    at: node.location, "\(text) is out of range", remedy: "Write a \(name).")
            }
            return value
        }
    }

    /// A share of a whole, `20%` or `0.2`; read as 0…1. `below` excludes its upper limit.
    package static func fraction(below limit: Double) -> OptionType {
        let name = "share from 0 % to below \(shortest(limit * 100)) % (`20%` or `0.2`)"
        return OptionType(name: name, form: .share(below: limit), canonicalText: { Self.shortest($0) }) {
            node throws(Diagnostic) in
            let text = try node.scalar(expected: name)
            let isPercent = text.hasSuffix("%")
            let digits = isPercent ? String(text.dropLast()).trimmed : text
            guard let number = finiteNumber(digits) else { throw node.mismatch(text, expected: name) }
            let value = isPercent ? number / 100 : number
            guard value >= 0, value < limit else {
                throw Diagnostic(
                    at: node.location, "\(text) is out of range", remedy: "Write a \(name).")
            }
            return value
        }
    }

    private static func describe(_ limits: ClosedRange<Double>) -> String {
        limits.upperBound == .greatestFiniteMagnitude
            ? "from \(shortest(limits.lowerBound))"
            : "from \(shortest(limits.lowerBound)) to \(shortest(limits.upperBound))"
    }

    private static func shortest(_ number: Double) -> String {
        number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : "\(number)"
    }
}

/// The finite number that `text` spells in decimal or scientific notation; nil for anything else.
func finiteNumber(_ text: String) -> Double? {
    guard let first = text.utf8.first(where: { $0 != 0x2D && $0 != 0x2B }),
        (0x30...0x39).contains(first) || first == 0x2E,
        !text.lowercased().contains("x"), let value = Double(text), value.isFinite
    else { return nil }
    return value
}

extension OptionType where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
    /// One of a few words.
    package static var choice: OptionType {
        let words = Value.allCases.map(\.rawValue)
        let name = words.count == 1 ? words[0] : words.dropLast().joined(separator: ", ") + " or " + (words.last ?? "")
        return OptionType(name: name, form: .choice(words), canonicalText: { $0.rawValue }) { node throws(Diagnostic) in
            let text = try node.scalar(expected: name)
            guard !text.isEmpty else { throw node.mismatch(text, expected: name) }
            guard let value = Value(rawValue: text) else {
                throw Diagnostic(
                    at: node.location, "‘\(text)’ is none of \(name)",
                    remedy: Suggestion.closest(to: text, among: words).map { "Did you mean `\($0)`?" })
            }
            return value
        }
    }
}
