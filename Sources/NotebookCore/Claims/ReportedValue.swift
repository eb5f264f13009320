/// What a report says that a value is: a number, a range, or a bound.
package enum ReportedValue: Hashable, Sendable {
    /// `99.08%`; with an interval of the report's own: `99.1 ± 0.2 %`.
    case exactly(Quantity, interval: ClosedRange<Double>? = nil)
    /// `about 92`
    case about(Quantity)
    /// `6 to 8`
    case between(Quantity, Quantity)
    /// `above 98%`, `> 98%`, `under 2 minutes`
    case bounded(Comparison, Quantity)

    /// Reads what a report says; nil where `text` has no number in a known form.
    package init?(_ text: String) {
        try? self.init(reading: text)
    }

    /// Reads what a report says, and says why it cannot be read.
    package init(reading text: String) throws(Quantity.Problem) {
        let text = text.trimmed
        if let (comparison, rest) = Comparison.split(text) {
            self = .bounded(comparison, try Quantity(reading: rest))
            return
        }
        if let rest = Self.withoutPrefix(Self.approximations, text) {
            self = .about(try Quantity(reading: rest))
            return
        }
        let exact = Self.withoutPrefix(["exactly ", "= ", "=="], text) ?? text
        if let (lower, upper) = try Self.range(exact) {
            self = .between(lower, upper)
        } else if let (quantity, interval) = try Self.quantityWithInterval(exact) {
            self = .exactly(quantity, interval: interval)
        } else {
            self = .exactly(try Quantity(reading: exact))
        }
    }

    private static let approximations = [
        "about ", "around ", "approximately ", "approx. ", "approx ", "roughly ", "nearly ", "almost ", "circa ",
        "ca. ",
        "~", "≈",
    ]

    private static func withoutPrefix(_ prefixes: [String], _ text: String) -> String? {
        let lowered = text.lowercased()
        return prefixes.first { lowered.hasPrefix($0) }.map { String(text.dropFirst($0.count)) }
    }

    /// "6 to 8 epochs", "6–8", "between 6 and 8".
    private static func range(_ text: String) throws(Quantity.Problem) -> (Quantity, Quantity)? {
        var candidates: [[String]] = []
        if let rest = withoutPrefix(["between "], text) {
            candidates.append(rest.split(separator: " and ", maxSplits: 1).map(String.init))
        }
        let ends = withoutPrefix(["from "], text) ?? text
        candidates += [" to ", "–", "...", "…"].map { ends.split(separator: $0, maxSplits: 1).map(String.init) }
        // A hyphen between digits; one before a digit may be a sign.
        if let hyphen = ends.indices.dropFirst().first(where: { index in
            ends[index] == "-" && ends[ends.index(before: index)].isNumber
                && (ends[ends.index(after: index)...].first?.isNumber ?? false)
        }) {
            candidates.append([String(ends[..<hyphen]), String(ends[ends.index(after: hyphen)...])])
        }
        for parts in candidates where parts.count == 2 {
            let upper: Quantity
            do throws(Quantity.Problem) {
                upper = try Quantity(reading: parts[1])
            } catch {
                if case .decimalComma = error { throw error }
                continue
            }
            // "6 to 8 %": the unit at the end is meant for both.
            let unit = String(parts[1].trimmed.drop { $0.isNumber || ".,+-−".contains($0) })
            if let lower = Quantity(parts[0]), lower.unit == upper.unit { return ordered(lower, upper) }
            return ordered(try Quantity(reading: parts[0] + unit), upper)
        }
        return nil
    }

    private static func ordered(_ one: Quantity, _ other: Quantity) -> (Quantity, Quantity) {
        one.number <= other.number ? (one, other) : (other, one)
    }

    /// "99.1 ± 0.2 %", "99.1% (98.9–99.3)": a figure with its 95 % interval.
    private static func quantityWithInterval(
        _ text: String
    ) throws(Quantity.Problem) -> (Quantity, ClosedRange<Double>)? {
        for sign in ["±", "+/-", "+-"] {
            let parts = text.split(separator: sign, maxSplits: 1).map(String.init)
            guard parts.count == 2 else { continue }
            let margin = parts[1].trimmed
            let unit = String(margin.drop { $0.isNumber || ".,".contains($0) })
            let center =
                Quantity(parts[0]).flatMap { $0.unit == .number && !unit.isEmpty ? nil : $0 }
                ?? Quantity(parts[0].trimmed + unit)
            guard let center else { return nil }
            let own = String(parts[0].trimmed.drop { $0.isNumber || ".,+-−".contains($0) })
            let width = abs(try Quantity(reading: unit.isEmpty ? margin + own : margin).number)
            return (center, center.number - width...center.number + width)
        }
        guard let open = text.firstIndex(where: { "([".contains($0) }), let last = text.last, ")]".contains(last)
        else { return nil }
        let inside = String(text[text.index(after: open)...].dropLast())
        let figure = String(text[..<open])
        let own = String(figure.trimmed.drop { $0.isNumber || ".,+-−".contains($0) })
        let limits = withoutPrefix(["95% ci ", "95 % ci ", "95% ci: ", "ci "], inside) ?? inside
        guard let center = Quantity(figure),
            let (lower, upper) = try range(
                limits.replacingCommaBetweenLimits + (limits.last?.isNumber == true ? own : ""))
        else { return nil }
        return (center, lower.number...upper.number)
    }

    /// The numbers that are written, the lower end of a range first.
    package var quantities: [Quantity] {
        switch self {
        case .exactly(let quantity, _), .about(let quantity), .bounded(_, let quantity): [quantity]
        case .between(let lower, let upper): [lower, upper]
        }
    }

    /// How far from the number a value may lie to be about as large: a tenth of the number, or the rounding of its digits
    /// where that is wider.
    package static func reach(ofAbout quantity: Quantity) -> Double {
        max(abs(quantity.number) / 10, quantity.roundingPrecision)
    }

    /// The same in one spelling for all ways of writing it, so that a figure that is reported twice can be told.
    package var canonicalText: String {
        func text(_ quantity: Quantity) -> String { "\(quantity.number) \(quantity.unit.rawValue)" }
        return switch self {
        case .exactly(let quantity, let interval):
            text(quantity) + (interval.map { " \($0.lowerBound)…\($0.upperBound)" } ?? "")
        case .about(let quantity): "about " + text(quantity)
        case .between(let lower, let upper): text(lower) + "…" + text(upper)
        case .bounded(let comparison, let quantity): comparison.rawValue + " " + text(quantity)
        }
    }
}

extension String {
    /// "98.9, 99.3" as "98.9–99.3".
    fileprivate var replacingCommaBetweenLimits: String {
        let parts = split(separator: ", ")
        return parts.count == 2 ? parts.joined(separator: "–") : self
    }
}

/// How one number is set against another.
package enum Comparison: String, Hashable, Sendable, CaseIterable {
    case atLeast = ">="
    case atMost = "<="
    case above = ">"
    case below = "<"

    /// Whether `measured` stands in this relation to `bound`.
    package func holds(_ measured: Double, _ bound: Double) -> Bool {
        switch self {
        case .atLeast: measured >= bound
        case .atMost: measured <= bound
        case .above: measured > bound
        case .below: measured < bound
        }
    }

    private static let prefixes: [(String, Comparison)] = [
        (">=", .atLeast), ("≥", .atLeast), ("at least ", .atLeast), ("no less than ", .atLeast),
        ("not less than ", .atLeast), ("no fewer than ", .atLeast),
        ("<=", .atMost), ("≤", .atMost), ("at most ", .atMost), ("up to ", .atMost), ("no more than ", .atMost),
        ("not more than ", .atMost),
        (">", .above), ("above ", .above), ("over ", .above), ("more than ", .above), ("greater than ", .above),
        ("higher than ", .above), ("exceeds ", .above),
        ("<", .below), ("under ", .below), ("below ", .below), ("less than ", .below), ("fewer than ", .below),
        ("lower than ", .below),
    ]

    private static let suffixes: [(String, Comparison)] = [
        (" or more", .atLeast), (" or higher", .atLeast), (" or above", .atLeast),
        (" or less", .atMost), (" or fewer", .atMost), (" or lower", .atMost), (" or below", .atMost),
    ]

    /// The comparison that `text` begins or ends with, as a sign or in words, and the rest.
    static func split(_ text: String) -> (Comparison, String)? {
        let lowered = text.lowercased()
        if let (spelling, comparison) = prefixes.first(where: { lowered.hasPrefix($0.0) }) {
            return (comparison, String(text.dropFirst(spelling.count)))
        }
        if let (spelling, comparison) = suffixes.first(where: { lowered.hasSuffix($0.0) }) {
            return (comparison, String(text.dropLast(spelling.count)))
        }
        return nil
    }
}
