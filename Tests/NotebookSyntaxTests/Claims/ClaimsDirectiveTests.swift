import NotebookCore
import NotebookSyntax
import Testing

struct ClaimsDirectiveTests {
    private func result(_ claims: String, _ values: [ValuePath: PublishedValue]) async throws -> CellResult {
        let text = "```dataset d\n```\n```train t\ndata: d\n```\n```claims c\nclaims:\n\(claims)\n```"
        let reading = NotebookReader(vocabulary: fakeVocabulary).read(text, file: "n.md")
        try #require(reading.diagnostics.isEmpty, "\(reading.diagnostics)")
        let cell = try #require(reading.notebook?.cells.last)
        let context = CellContext(
            settings: RunSettings(), values: values, product: { _ in nil }, randomKey: { _ in 0 }, report: { _ in })
        return try await cell.directive.run(in: context)
    }

    private func rows(of result: CellResult) throws -> [[Table.Cell]] {
        guard case .table(let table)? = result.outputs.first else {
            Issue.record("no table")
            return []
        }
        return table.rows
    }

    private let accuracy: [ValuePath: PublishedValue] = [
        "t.accuracy": PublishedValue(.proportion(Proportion(successes: 9910, trials: 10_000)))
    ]

    @Test func tellsTheRecordWhatBecameOfEachClaim() async throws {
        let result = try await result(
            """
              - claim: Accuracy
                reported: 99.08%
                measured: t.accuracy
              - claim: Bar
                reason: no labels
            """, accuracy)
        #expect(
            result.claims == [
                AssessedClaim(
                    statement: "Accuracy", reported: "99.08%", measured: "99.10\u{202F}%",
                    interval: Proportion(successes: 9910, trials: 10_000).wilsonInterval, verdict: .reproduced,
                    note: "one seed; the reported figure counts as exact", identity: "t.accuracy | 0.9908 fraction"),
                AssessedClaim(statement: "Bar", reported: nil, measured: nil, verdict: .notTested),
            ])
    }

    @Test func givesEachClaimItsVerdict() async throws {
        let result = try await result(
            """
              - claim: Accuracy
                reported: 99.08%
                measured: t.accuracy
              - claim: Too high
                reported: 99.9%
                measured: t.accuracy
              - claim: Bar
                reason: no labels
              - claim: Alone
                measured: t.accuracy
            """, accuracy)
        let proportion = Table.Cell.proportion(
            Proportion(successes: 9910, trials: 10_000), decimals: 2, showsInterval: true)
        let rows = try rows(of: result)
        let note = "one seed; the reported figure counts as exact"
        #expect(rows[0] == [.text("Accuracy"), .text("99.08%"), proportion, .verdict(.reproduced, note: note)])
        #expect(rows[1].last == .verdict(.notReproduced, note: note))
        #expect(rows[2] == [.text("Bar"), .missing, .text("no labels"), .verdict(.notTested)])
        #expect(rows[3].last == .verdict(.measured))
        #expect(result.values["c.count"] == .integer(4))
        #expect(result.values["c.reproduced"] == .integer(1))
        guard case .table(let table) = result.outputs[0] else { return }
        #expect(table.title == "4 claims: 1 reproduced, 1 not reproduced, 1 measured, 1 not tested")
    }

    @Test func failsOnlyByExpectation() async throws {
        let result = try await result(
            """
              - claim: Accuracy
                reported: 99.9%
                measured: t.accuracy
                expect: ">= 99.5%"
            """, accuracy)
        #expect(result.failedExpectations == ["Accuracy: expected >= 99.5%, measured 99.10\u{202F}%"])
    }

    @Test func doesNotApplyToSubstitutedData() async throws {
        let substituted: [ValuePath: PublishedValue] = [
            "t.accuracy": PublishedValue(
                .proportion(Proportion(successes: 10, trials: 100)), substituteFor: "MNIST")
        ]
        let result = try await result(
            """
              - claim: Accuracy
                reported: 99.08%
                measured: t.accuracy
                expect: ">= 98%"
            """, substituted)
        #expect(try rows(of: result)[0].last == .verdict(.notApplicable, note: "the data are not known to be MNIST"))
        #expect(result.failedExpectations.isEmpty)
        #expect(result.values["c.not-applicable"] == .integer(1))
    }

    @Test(arguments: [
        ("    tolerance: 5%", "‘5%’ could mean points or a fraction of the value"),
        ("    tolerance: wide", "‘wide’ is not a tolerance"), ("    expect: high", "‘high’ is not an expectation"),
        ("    sample: some", "‘some’ is not a number of images"),
        ("    toleranse: 5", "a claim has no `toleranse`"),
    ])
    func explainsMistakes(line: String, summary: String) {
        let text =
            "```dataset d\n```\n```train t\ndata: d\n```\n```claims\nclaims:\n  - claim: A\n    reported: 99%\n"
            + "    measured: t.accuracy\n\(line)\n```"
        let reading = NotebookReader(vocabulary: fakeVocabulary).read(text, file: "n.md")
        #expect(reading.diagnostics.map(\.summary) == ["`claims`: " + summary])
        #expect(reading.diagnostics.first?.location?.line == 11)
    }
}
