/// Reads one claim from its mapping.
enum ClaimReader {
    static let keys = ["claim", "reported", "measured", "sample", "tolerance", "expect", "reason"]

    static func read(_ node: OptionNode) throws(Diagnostic) -> Claim {
        guard case .mapping(let entries) = node.content else {
            throw Diagnostic(
                at: node.location, "a claim is a mapping",
                remedy: "Write `- claim: …` with `reported:` and `measured:` below it.")
        }
        var texts: [String: (text: String, location: SourceLocation)] = [:]
        for entry in entries {
            guard keys.contains(entry.key) else {
                let suggestion = Suggestion.closest(to: entry.key, among: keys).map { "Did you mean `\($0)`?" }
                throw Diagnostic(
                    at: entry.keyLocation, "a claim has no `\(entry.key)`",
                    remedy: suggestion ?? "A claim has \(keys.joined(separator: ", ")).")
            }
            guard !entry.value.isEmpty else { continue }
            texts[entry.key] = (try entry.value.scalar(expected: "text"), entry.value.location)
        }
        guard let statement = texts["claim"], !statement.text.trimmed.isEmpty else {
            throw Diagnostic(at: node.location, "a claim without a `claim:`", remedy: "Say what is claimed.")
        }
        guard texts["measured"] != nil || texts["reason"] != nil else {
            throw Diagnostic(
                at: statement.location, "the claim is neither measured nor excused",
                remedy: "Add `measured:` with a value's path, or `reason:` that says why it is not tested.")
        }
        var claim = Claim(statement: statement.text, reason: texts["reason"]?.text)
        if let measured = texts["measured"] {
            claim.measured = try ValueExpression(parsing: measured.text, at: measured.location)
        }
        if let reported = texts["reported"] {
            claim.reported = reported.text
            claim.locations["reported"] = reported.location
            do {
                claim.reportedValue = try ReportedValue(reading: reported.text)
            } catch {
                if case .decimalComma(let suggestion) = error {
                    throw Diagnostic(decimalCommaIn: reported.text, suggestion, at: reported.location)
                }
            }
        }
        if let sample = texts["sample"] { claim.sample = try self.sample(sample.text, at: sample.location, of: claim) }
        if let tolerance = texts["tolerance"] {
            claim.tolerance = try self.tolerance(tolerance.text, at: tolerance.location, of: claim)
        }
        if let expectation = texts["expect"] {
            claim.locations["expect"] = expectation.location
            claim.expectation = try self.expectation(expectation.text, at: expectation.location, of: claim)
        }
        return claim
    }

    private static func tolerance(
        _ text: String, at location: SourceLocation, of claim: Claim
    ) throws(Diagnostic) -> Double {
        let remedy = "Write it in the reported value's unit: `0.2 points` for shares, `5` or `10%` for plain numbers."
        guard case .exactly(let reported, _)? = claim.reportedValue else {
            throw Diagnostic(at: location, "a tolerance belongs to a reported number", remedy: remedy)
        }
        let quantity: Quantity
        do {
            quantity = try Quantity(reading: text)
        } catch {
            if case .decimalComma(let suggestion) = error {
                throw Diagnostic(decimalCommaIn: text, suggestion, at: location)
            }
            throw Diagnostic(at: location, "‘\(text)’ is not a tolerance", remedy: remedy)
        }
        guard quantity.number >= 0 else {
            throw Diagnostic(at: location, "a tolerance cannot be negative", remedy: remedy)
        }
        switch (reported.unit, quantity.unit) {
        case (.fraction, .points), (.points, .points): return quantity.number
        case (.fraction, .fraction), (.points, .fraction):
            throw Diagnostic(
                at: location, "‘\(text)’ could mean points or a fraction of the value", remedy: remedy)
        case (_, .fraction): return quantity.number * abs(reported.number)
        case (let one, let other)
        where one == other || [one, other] == [.count, .number] || [one, other] == [.number, .count]:
            return quantity.number
        default: throw Diagnostic(at: location, "‘\(text)’ is not in the reported value's unit", remedy: remedy)
        }
    }

    private static func sample(
        _ text: String, at location: SourceLocation, of claim: Claim
    ) throws(Diagnostic) -> Judgment.Sample {
        guard case .exactly? = claim.reportedValue else {
            throw Diagnostic(
                at: location, "`sample` belongs to a reported figure",
                remedy: "Leave it out: ranges, bounds and claims with `about` do not use it.")
        }
        if text.trimmed == "same" { return .sameAsMeasured }
        guard let quantity = Quantity(text), [.number, .count].contains(quantity.unit), quantity.number >= 1,
            let count = Int(exactly: quantity.number)
        else {
            throw Diagnostic(
                at: location, "‘\(text)’ is not a number of images",
                remedy: "Write how many images the reported figure was measured on, such as `10000`, or `same` for as "
                    + "many as in this run.")
        }
        return .images(count)
    }

    private static func expectation(
        _ text: String, at location: SourceLocation, of claim: Claim
    ) throws(Diagnostic) -> Claim.Expectation {
        guard claim.measured != nil else {
            throw Diagnostic(at: location, "nothing is measured that could be expected", remedy: "Add `measured:`.")
        }
        let expected: ReportedValue?
        do {
            expected = try ReportedValue(reading: text)
        } catch {
            if case .decimalComma(let suggestion) = error {
                let sign = text.prefix { !$0.isNumber }
                throw Diagnostic(decimalCommaIn: text, sign + suggestion, at: location)
            }
            expected = nil
        }
        guard case .bounded(let comparison, let bound)? = expected else {
            throw Diagnostic(
                at: location, "‘\(text)’ is not an expectation",
                remedy: "Write a comparison with a bound, such as `\">= 98%\"`.")
        }
        return Claim.Expectation(comparison: comparison, bound: bound, text: text.trimmed)
    }
}

extension Diagnostic {
    fileprivate init(decimalCommaIn text: String, _ suggestion: some StringProtocol, at location: SourceLocation) {
        self.init(
            at: location, "‘\(text)’ has a comma that does not separate groups of three digits",
            remedy: "Decimals follow a point: `\(suggestion)`. A comma groups thousands, as in `500,000`.")
    }
}
