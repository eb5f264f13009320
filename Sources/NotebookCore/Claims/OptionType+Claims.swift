extension OptionType where Value == [Claim] {
    /// A list of claims, each a mapping.
    static var claims: OptionType {
        OptionType(
            name: "list of claims",
            form: .list(.mapping(keys: ClaimReader.keys, required: ["claim"])),
            canonicalText: { claims in claims.map(\.canonicalText).joined(separator: "\n") },
            references: { claims, _ in
                claims.flatMap { $0.measured?.mentions ?? [] }.map { Reference(.value($0.path), at: $0.location) }
            },
            read: { node throws(Diagnostic) in
                var claims: [Claim] = []
                for element in node.elements { claims.append(try ClaimReader.read(element)) }
                guard !claims.isEmpty else {
                    throw Diagnostic(at: node.location, "there is no claim in the list")
                }
                return claims
            })
    }
}

extension Claim {
    /// All that the claim says, in one spelling.
    fileprivate var canonicalText: String {
        [
            statement, reported ?? "", measured?.text ?? "", tolerance.map { "\($0)" } ?? "",
            expectation?.text ?? "", reason ?? "",
        ].map { "\($0.utf8.count):\($0)" }.joined()
    }
}

/// Reads one claim from its mapping.
private enum ClaimReader {
    static let keys = ["claim", "reported", "measured", "tolerance", "expect", "reason"]

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
            claim.reportedValue = ReportedValue(reported.text)
            if claim.measured != nil, claim.reportedValue == nil {
                throw Diagnostic(
                    at: reported.location, "‘\(reported.text)’ cannot be set against a measured value",
                    remedy: "Write a number, a range or a bound: `99.08%`, `0.33 points`, `6 to 8`, `under 2 minutes`.")
            }
        }
        if let tolerance = texts["tolerance"] {
            claim.tolerance = try self.tolerance(tolerance.text, at: tolerance.location, of: claim)
        }
        if let expectation = texts["expect"] {
            claim.expectation = try self.expectation(expectation.text, at: expectation.location, of: claim)
        }
        return claim
    }

    private static func tolerance(
        _ text: String, at location: SourceLocation, of claim: Claim
    ) throws(Diagnostic) -> Double {
        let remedy = "Write it in the reported value's unit: `0.2 points` for shares, `5` or `10%` for plain numbers."
        guard case .exactly(let reported)? = claim.reportedValue else {
            throw Diagnostic(at: location, "a tolerance belongs to a reported number", remedy: remedy)
        }
        guard let quantity = Quantity(text), quantity.number >= 0 else {
            throw Diagnostic(at: location, "‘\(text)’ is no tolerance", remedy: remedy)
        }
        switch (reported.format, quantity.format) {
        case (.percent, .points), (.points, .points): return quantity.number
        case (.percent, .percent), (.points, .percent):
            throw Diagnostic(at: location, "‘\(text)’ could mean points or a share of the value", remedy: remedy)
        case (_, .percent): return quantity.number * abs(reported.number)
        case (.percent, _), (.points, _), (_, .points):
            throw Diagnostic(at: location, "‘\(text)’ is not in the reported value's unit", remedy: remedy)
        default: return quantity.number
        }
    }

    private static func expectation(
        _ text: String, at location: SourceLocation, of claim: Claim
    ) throws(Diagnostic) -> Claim.Expectation {
        guard claim.measured != nil else {
            throw Diagnostic(at: location, "nothing is measured that could be expected", remedy: "Add `measured:`.")
        }
        guard case .bounded(let comparison, let bound)? = ReportedValue(text) else {
            throw Diagnostic(
                at: location, "‘\(text)’ is no expectation",
                remedy: "Write a comparison with a bound, such as `\">= 98%\"`.")
        }
        return Claim.Expectation(comparison: comparison, bound: bound, text: text.trimmed)
    }
}
