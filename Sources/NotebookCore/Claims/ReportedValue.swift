/// What a report says that a value is: a number, a range, or a bound.
package enum ReportedValue: Hashable, Sendable {
    /// `99.08%`, `about 92`
    case exactly(Quantity)
    /// `6 to 8`
    case between(Quantity, Quantity)
    /// `above 98%`, `> 98%`, `under 2 minutes`
    case bounded(Comparison, Quantity)

    /// Reads what a report says; nil where `text` has no number in a known form.
    package init?(_ text: String) {
        let text = text.trimmed
        if let (comparison, rest) = Comparison.prefix(of: text) {
            guard let quantity = Quantity(rest) else { return nil }
            self = .bounded(comparison, quantity)
            return
        }
        let lowered = text.lowercased()
        for word in ["about ", "around ", "~", "≈"] where lowered.hasPrefix(word) {
            guard let quantity = Quantity(String(text.dropFirst(word.count))) else { return nil }
            self = .exactly(quantity)
            return
        }
        for separator in [" to ", "–", "..."] {
            let ends = text.split(separator: separator, maxSplits: 1).map(String.init)
            guard ends.count == 2, let upper = Quantity(ends[1]) else { continue }
            // "6 to 8 %": the unit at the end is meant for both.
            let unit = ends[1].trimmed.drop { $0.isNumber || ".,".contains($0) }
            if let lower = Quantity(ends[0]), unit.isEmpty || lower.format == upper.format {
                self = .between(lower, upper)
                return
            }
            if let lower = Quantity(ends[0] + unit) {
                self = .between(lower, upper)
                return
            }
        }
        guard let quantity = Quantity(text) else { return nil }
        self = .exactly(quantity)
    }

    /// How a measured value is best written beside it.
    package var format: NumberFormat {
        switch self {
        case .exactly(let quantity), .bounded(_, let quantity), .between(_, let quantity): quantity.format
        }
    }

    /// Whether `measured` bears the report out: the reported value lies in its 95 % interval, or within `tolerance`,
    /// or — where there is neither — is the measured one at the precision that the report writes.
    package func isReproduced(
        by measured: Double, interval: ClosedRange<Double>?, tolerance: Double?
    ) -> Bool {
        guard !measured.isNaN else { return false }
        switch self {
        case .exactly(let quantity):
            if let tolerance { return abs(measured - quantity.number) <= tolerance }
            if let interval { return interval.contains(quantity.number) }
            return abs(measured - quantity.number) <= quantity.precision
        case .between(let lower, let upper):
            let slack = tolerance ?? 0
            return measured >= lower.number - slack && measured <= upper.number + slack
        case .bounded(let comparison, let quantity):
            let slack = tolerance ?? 0
            return comparison.holds(measured, quantity.number, slack: slack)
        }
    }
}

/// How one number is set against another.
package enum Comparison: String, Hashable, Sendable, CaseIterable {
    case atLeast = ">="
    case atMost = "<="
    case above = ">"
    case below = "<"

    /// Whether `measured` stands in this relation to `bound`, give or take `slack`.
    package func holds(_ measured: Double, _ bound: Double, slack: Double = 0) -> Bool {
        switch self {
        case .atLeast: measured >= bound - slack
        case .atMost: measured <= bound + slack
        case .above: measured > bound - slack
        case .below: measured < bound + slack
        }
    }

    /// The comparison that `text` begins with, as a sign or in words, and what follows.
    static func prefix(of text: String) -> (Comparison, String)? {
        let spellings: [(String, Comparison)] = [
            (">=", .atLeast), ("≥", .atLeast), ("at least ", .atLeast),
            ("<=", .atMost), ("≤", .atMost), ("at most ", .atMost), ("up to ", .atMost),
            (">", .above), ("above ", .above), ("over ", .above), ("more than ", .above),
            ("<", .below), ("under ", .below), ("below ", .below), ("less than ", .below),
        ]
        let lowered = text.lowercased()
        guard let (spelling, comparison) = spellings.first(where: { lowered.hasPrefix($0.0) }) else { return nil }
        return (comparison, String(text.dropFirst(spelling.count)))
    }
}
