/// Sets what was reported beside what was measured, with a verdict for each claim.
package struct ClaimsDirective: Directive {
    package static let name = "claims"
    package static let summary =
        "Sets what a report claims beside what this run measured, with a verdict for each claim."
    package static let discussion = """
        A figure is *reproduced* where the reported and the measured value may be the same: where the 95 % interval of \
        their difference contains none, give or take the rounding of the reported digits. The interval of a measured \
        fraction is Wilson's; that of a difference or another function of fractions follows from them (MOVER), in pairs \
        where both rest on the same images. The reported figure has an interval too where `sample` says on how many \
        images it was measured (`same`: as many as here), or where it is written with one (`99.1 ± 0.2 %`); otherwise \
        it counts as exact. A value without an interval has to agree at the precision that is written. `tolerance` takes \
        the place of intervals. `about` means a tenth, or the rounding of the written digits where that is wider.

        A bound, a range, and the sign of a difference are *undecided* where the interval contains the bound, or 0. \
        Settings such as a learning rate are *as set* or *set differently*; durations and speeds are *measured here*, \
        outside the tally. A claim is *not tested* where only a `reason` is given, and *not applicable* where the data \
        behind the measured value stand in for others. The tally counts claims that compare the same figures once. \
        Verdicts inform; only `expect` decides whether the run succeeds.

        A reported value is a number (`99.08%`, `0.33 points`, `500,000`), a range (`6 to 8`) or a bound (`above 98%`, \
        `under 2 minutes`), in the unit of the measured value. A measured value is an expression over published values; \
        `params.NAME` and `seed` are those of the run.
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
    package static let version = 4
    package static let numberedOutputs: Set<CellOutput.Numbering> = [.table]
    package static let options: [any AnyOption] = [claims]
    package static let publicationHelp = [
        PublicationHelp(
            "LABEL.count", help: "Number of distinct claims, where the cell has a label; durations and speeds left out."
        ),
        PublicationHelp("LABEL.reproduced", help: "Claims that are reproduced."),
        PublicationHelp("LABEL.not-reproduced", help: "Claims that are not reproduced."),
        PublicationHelp("LABEL.undecided", help: "Claims that the images do not decide."),
        PublicationHelp("LABEL.as-set", help: "Settings that are the reported ones."),
        PublicationHelp("LABEL.set-differently", help: "Settings that are not the reported ones."),
        PublicationHelp("LABEL.measured", help: "Measured values beside which nothing was reported."),
        PublicationHelp("LABEL.not-tested", help: "Claims that nothing measures."),
        PublicationHelp("LABEL.not-applicable", help: "Claims about other data than the run used."),
    ]

    private static let claims = Option(
        "claims", .claims,
        help:
            "The claims, each with `claim` and either `measured` (with `reported`, `sample`, `tolerance`, `expect`) or "
            + "`reason`.")

    private let label: String?
    private let claims: [Claim]

    package init(_ arguments: DirectiveArguments) {
        label = arguments.label
        claims = arguments[Self.claims]
    }

    package var publications: [Publication] {
        guard let label else { return [] }
        return (Verdict.tallied.map(\.pathPart) + ["count"]).map {
            Publication(ValuePath([label, $0]), unit: .count)
        }
    }

    package func check(unitsBy lookup: (ValuePath) -> Unit?) -> [Diagnostic] {
        claims.flatMap { $0.unitProblems(lookup) }
    }

    package func run(in context: CellContext) throws -> CellResult {
        var assessments: [ClaimAssessment] = []
        for claim in claims { assessments.append(try ClaimAssessment(claim, values: context.value)) }
        let tally = ClaimTally(assessments.map(\.assessed))
        var values: [ValuePath: Value] = [:]
        if let label {
            values[ValuePath([label, "count"])] = .integer(tally.total)
            for verdict in Verdict.tallied {
                values[ValuePath([label, verdict.pathPart])] = .integer(tally[verdict])
            }
        }
        let table = Table(
            title: tally.summary,
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
}
