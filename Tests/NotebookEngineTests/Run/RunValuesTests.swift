import NotebookCore
import NotebookSyntax
import Testing

@testable import NotebookEngine

/// Values of the run itself: its seed, its parameters, and how its claims came out.
struct RunValuesTests {
    private func run(_ body: String, parameters: String = "epochs: 20\n  rate: 20%\n  name: adam") async throws -> Run {
        let text = "---\nseed: 7\nparams:\n  \(parameters)\n---\n\(body)"
        let reading = NotebookReader(vocabulary: Vocabulary([FakeDirective.self, ClaimsDirective.self])).read(
            text, file: "n.md")
        let notebook = try #require(reading.notebook, "\(reading.diagnostics)")
        return await Runner(settings: RunSettings(), environment: testEnvironment).run(notebook)
    }

    @Test(arguments: [
        ("= params.epochs", "20"), ("= params.rate", "20.00\u{202F}%"), ("= params.name", "adam"), ("= seed", "7"),
        ("= params.epochs * 2", "40"),
    ])
    func proseNamesThem(literal: String, text: String) async throws {
        let run = try await run("Value: `\(literal)`\n")
        #expect(run.inlineText(for: literal) == .value(text, isMeasurement: false))
    }

    @Test func claimsCompareThemAsSettings() async throws {
        let run = try await run(
            """
            ```claims
            claims:
              - claim: Epochs
                reported: 20
                measured: params.epochs
              - claim: Rate
                reported: 25%
                measured: params.rate
            ```
            Of `= claims.count` settings `= claims.as-set` is as reported, `= claims.set-differently` is not.

            """)
        #expect(run.cells[0].result?.claims.map(\.verdict) == [.asSet, .setDifferently])
        #expect(run.inlineText(for: "= claims.count") == .value("2", isMeasurement: false))
        #expect(run.inlineText(for: "= claims.as-set") == .value("1", isMeasurement: false))
    }

    @Test func anotherParameterIsAnotherKey() async throws {
        func key(_ epochs: Int) throws -> CellKey {
            let text =
                "---\nparams:\n  epochs: \(epochs)\n---\n```claims\nclaims:\n  - claim: A\n    measured: params.epochs\n```"
            let reading = NotebookReader(vocabulary: Vocabulary([ClaimsDirective.self])).read(text, file: "n.md")
            let notebook = try #require(reading.notebook)
            return CellKey(
                notebook.cells[0], in: testEnvironment, runValues: notebook.frontMatter.runValues,
                findings: CellFindings(), substituteFor: nil, needing: [])
        }
        #expect(try key(20).digest != key(21).digest)
        #expect(try key(20).digest == key(20).digest)
    }

    @Test func aMisspelledParameterIsSuggested() throws {
        let reading = NotebookReader(vocabulary: Vocabulary([ClaimsDirective.self])).read(
            "---\nparams:\n  epochs: 20\n---\n`= params.epoch`\n", file: "n.md")
        #expect(reading.diagnostics.first?.remedy == "Did you mean `params.epochs`?")
    }

    @Test func dividingByZeroInProseFailsTheRunInItsPlace() async throws {
        let run = try await run("Twice: `= 1 / (params.epochs - 20)`\n")
        #expect(run.status == .failed)
        let problem = try #require(run.proseProblems.first)
        #expect(problem.location?.line == 8)
        #expect(
            problem.summary == "`1 / (params.epochs - 20)` divides by zero: `(params.epochs - 20)` is 0 in this run")
    }
}
