/// Sets what was reported beside what was measured, with a verdict for each claim.
package struct ClaimsDirective: Directive {
    package static let name = "claims"
    package static let summary =
        "Sets what a report claims beside what this run measured, with a verdict for each claim."
    package static let discussion = """
        A claim is *reproduced* where the reported value lies in the 95 % interval of the measured one, or within the \
        stated `tolerance`; without either, where both agree at the precision that the report writes. It is *not \
        tested* where only a `reason` is given, and *not applicable* where the data behind the measured value stand \
        in for others. Verdicts inform; only `expect` decides whether the run succeeds.

        A reported value is a number (`99.08%`, `0.33 points`, `500,000`), a range (`6 to 8`) or a bound (`above 98%`, \
        `under 2 minutes`). A measured value is an expression over published values.
        """
    package static let example = """
        ```claims
        claims:
          - claim: Test accuracy
            reported: 99.08%
            measured: baseline.test.accuracy
            expect: ">= 98%"
          - claim: Some people write 7 with a bar
            reason: needs labels of handwriting style, which the data set lacks
        ```
        """
    package static let version = 3
    package static let options: [any AnyOption] = [claims]
    package static let publicationHelp = [
        PublicationHelp("LABEL.count", help: "Number of claims, where the cell has a label."),
        PublicationHelp("LABEL.reproduced", help: "Claims that are reproduced."),
        PublicationHelp("LABEL.not-reproduced", help: "Claims that are not reproduced."),
        PublicationHelp("LABEL.not-tested", help: "Claims that nothing measures."),
        PublicationHelp("LABEL.not-applicable", help: "Claims about other data than the run used."),
    ]

    private static let claims = Option(
        "claims", .claims,
        help:
            "The claims, each with `claim` and either `measured` (with `reported`, `tolerance`, `expect`) or `reason`.")

    private static let countedVerdicts: [(verdict: Verdict, name: String)] = [
        (.reproduced, "reproduced"), (.notReproduced, "not-reproduced"), (.notTested, "not-tested"),
        (.notApplicable, "not-applicable"),
    ]

    private let label: String?
    private let claims: [Claim]

    package init(_ arguments: DirectiveArguments) {
        label = arguments.label
        claims = arguments[Self.claims]
    }

    package var publications: [Publication] {
        guard let label else { return [] }
        return (Self.countedVerdicts.map(\.name) + ["count"]).map { Publication(ValuePath([label, $0])) }
    }

    package func run(in context: CellContext) -> CellResult {
        let assessments = claims.map { ClaimAssessment($0, values: context.value) }
        var values: [ValuePath: Value] = [:]
        if let label {
            values[ValuePath([label, "count"])] = .integer(claims.count)
            for (verdict, name) in Self.countedVerdicts {
                values[ValuePath([label, name])] = .integer(assessments.count { $0.verdict == verdict })
            }
        }
        let table = Table(
            title: Self.summary(of: assessments),
            columns: Self.columns,
            rows: assessments.map(\.row))
        return CellResult(
            outputs: [.table(table)], values: values,
            failedExpectations: assessments.compactMap(\.failedExpectation), claims: assessments.map(\.assessed))
    }

    /// The expression that measures each claim, as written; nil for those that nothing measures.
    package var expressions: [String?] { claims.map { $0.measured?.text } }

    /// The columns of every table of claims.
    package static let columns: [Table.Column] = [
        .init("Claim", .leading), .init("Reported", .trailing), .init("Measured", .trailing),
        .init("Verdict", .leading),
    ]
    /// The index of the column with what was measured.
    package static let measuredColumn = 2

    /// "4 claims: 3 reproduced, 1 not tested"
    private static func summary(of assessments: [ClaimAssessment]) -> String {
        let counts = Dictionary(grouping: assessments, by: \.verdict).mapValues(\.count)
        let parts = Verdict.allCases.compactMap { verdict in counts[verdict].map { "\($0) \(verdict.rawValue)" } }
        let noun = assessments.count == 1 ? "claim" : "claims"
        return "\(assessments.count) \(noun): \(parts.joined(separator: ", "))"
    }
}
