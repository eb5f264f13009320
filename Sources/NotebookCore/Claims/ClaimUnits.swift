extension Claim {
    /// What is wrong with the units of the claim's reported value and expectation, where `lookup` tells those of the
    /// measured paths.
    func unitProblems(_ lookup: (ValuePath) -> Unit?) -> [Diagnostic] {
        guard let measured else { return [] }
        do {
            try measured.checkUnits(lookup)
        } catch {
            return [error]
        }
        let unit = measured.unit(lookup)
        var problems: [Diagnostic] = []
        // Words are compared as they are.
        if unit != .text, let location = locations["reported"], let reported {
            if let quantities = reportedValue?.quantities {
                problems += Self.problem(reported, quantities, unit, at: location).map { [$0] } ?? []
            } else {
                problems.append(
                    Diagnostic(
                        at: location, "‘\(reported)’ cannot be compared with a measured value",
                        remedy: "Write a number, a range or a bound: `99.08%`, `0.33 points`, `6 to 8`, "
                            + "`under 2 minutes`."))
            }
        }
        if let location = locations["expect"], let expectation {
            problems += Self.problem(expectation.text, [expectation.bound], unit, at: location).map { [$0] } ?? []
        }
        return problems
    }

    private static func problem(
        _ text: String, _ quantities: [Quantity], _ unit: Unit?, at location: SourceLocation
    ) -> Diagnostic? {
        guard let unit else { return nil }
        for quantity in quantities {
            guard let remedy = remedy(for: quantity, in: text, measuredIn: unit) else { continue }
            return Diagnostic(
                at: location, "‘\(text)’ is \(quantity.unit.wording), and the measured value is \(unit.wording)",
                remedy: remedy)
        }
        return nil
    }

    /// What to write instead; nil where the two can be compared.
    private static func remedy(for quantity: Quantity, in text: String, measuredIn unit: Unit) -> String? {
        let plain = NumberFormat.significant(12).text(for: quantity.number).filter { $0 != "," }
        switch (unit, quantity.unit) {
        case (let one, let other) where one == other: return nil
        case (.count, .number), (.number, .count), (.perSecond, .number), (.perSecond, .count): return nil
        // Above none, below none: the same in every unit.
        case (.points, .number) where quantity.number == 0: return nil
        case (.fraction, .number):
            if quantity.number >= 0, quantity.number <= 1, quantity.number == 0 || quantity.format != .integer {
                return nil
            }
            return quantity.number == 1 ? "Write `1%` or `100%`." : "Did you mean `\(plain)%`?"
        case (.fraction, .points): return "Points are for differences of fractions; write it in percent."
        case (.points, .number), (.points, .fraction):
            let number = quantity.unit == .fraction ? quantity.number * 100 : quantity.number
            return "A difference of fractions is in points: "
                + "`\(NumberFormat.significant(12).text(for: number)) points`."
        case (.seconds, .number): return "Give its unit: `\(plain) s`, `\(plain) minutes`."
        case (.bytes, .number), (.bytes, .count): return "Give its unit: `\(plain) bytes`, `\(plain) MB`."
        case (.text, _): return "Name a measured value that is a number."
        default: return "Compare like with like: write \(unit.wording), or measure \(quantity.unit.wording)."
        }
    }
}
