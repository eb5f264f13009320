import NeuralNetwork
import NotebookCore
import NotebookSyntax
import Testing

@testable import DigitDirectives

@Suite struct TrainDirectiveTests {
    static let cells = """
        ```dataset digits
        training-limit: 100
        test-limit: 20
        ```

        ```model small
        hidden: 8
        ```


        """

    private func run(_ cells: String) async throws -> [String: Bench.Outcome] {
        try await Bench().run(Self.cells + cells)
    }

    @Test func publishesTheHistoryOfTheBestEpoch() async throws {
        let outcome = try await TinyNotebook.outcome("baseline")
        let run = try #require(outcome.result.product as? TrainedRun)
        let best = try #require(run.history.best)
        let values = outcome.result.values
        #expect(values["baseline.epochs"] == .integer(run.history.epochs.count))
        #expect(values["baseline.best-epoch"] == .integer(best.epoch))
        #expect(values["baseline.validation.lowest-loss"]?.number == best.validationLoss)
        #expect(best.validationLoss == run.history.epochs.compactMap(\.validationLoss).min())
        #expect(
            values["baseline.validation.accuracy-at-best"]
                == .proportion(Proportion(successes: Int((best.validationAccuracy ?? 0) * 80 + 0.5), trials: 80)))
        #expect(values["baseline.train.running-accuracy"]?.number == best.trainingAccuracy)
        #expect(values["baseline.learning-rate"] == .number(0.005))
        #expect(values["baseline.patience"] == .integer(4))
        #expect(outcome.result.measurements["baseline.seconds"] == run.history.seconds)
    }

    @Test func showsTwoChartsAndATableThatMarksTheBestEpoch() async throws {
        let outcome = try await TinyNotebook.outcome("baseline")
        let run = try #require(outcome.result.product as? TrainedRun)
        #expect(outcome.charts.map(\.title) == ["Loss of baseline by epoch", "Accuracy of baseline by epoch"])
        guard case .line(let lines) = outcome.charts[0].kind else { return #expect(Bool(false)) }
        #expect(lines.series.map(\.name) == ["training", "validation"])
        #expect(lines.marks == [LineChart.Mark(x: Double(run.history.best?.epoch ?? 0), label: "best epoch")])
        let table = try #require(outcome.tables.first)
        #expect(table.rows.count == run.history.epochs.count)
        #expect(table.rows.filter { $0.last == .text("best") }.count == 1)
    }

    @Test func reportsMilestonesProgressAndLiveCurves() async throws {
        let outcome = try await TinyNotebook.outcome("baseline")
        let milestones = outcome.reports.compactMap { if case .milestone(let line) = $0 { line } else { nil } }
        let partial = outcome.reports.compactMap { if case .partialOutputs(let outputs) = $0 { outputs } else { nil } }
        let bars = outcome.reports.compactMap { if case .progress(let bar) = $0 { bar } else { nil } }
        let line = try #require(milestones.first)
        let pattern = #/epoch 1 of 4: validation .+%, loss [0-9.]+, lowest loss so far; training .+%, loss [0-9.]+; .+/#
        #expect(try pattern.wholeMatch(in: line) != nil, "\(line)")
        #expect(milestones.count == partial.count)
        #expect(bars.first?.stage == "epoch 1 of 4")
        #expect(bars.first?.figures.map(\.name) == ["loss", "accuracy", "images/s"])
        #expect(bars.allSatisfy { (0...1).contains($0.fraction ?? -1) })
    }

    @Test func sharedStreamStartsFromTheSameWeightsAndBatches() async throws {
        let cell = { (label: String, stream: String) in
            "```train \(label)\nmodel: small\ndata: digits\nepochs: 1\n\(stream)\n```\n\n"
        }
        let outcomes = try await run(cell("first", "") + cell("other", "") + cell("shared", "stream: first"))
        let weights = outcomes.mapValues { ($0.result.product as? TrainedRun)?.weights }
        #expect(weights["first"] == weights["shared"])
        #expect(weights["first"] != weights["other"])
    }

    @Test func differentShapesFailWithARemedy() async throws {
        await #expect {
            _ = try await run(
                "```model big\ninput: 32x32x1\nhidden: 8\n```\n\n```train t\nmodel: big\ndata: digits\nepochs: 1\n```")
        } throws: {
            $0 as? CellFailure
                == CellFailure(
                    "the model takes images of 32×32×1, and those of the data set are 28×28×1",
                    remedy: "Write `input: 28x28x1` in the model cell, or use other data.")
        }
    }

    private func diagnostics(_ cells: String) -> [Diagnostic] {
        NotebookReader(vocabulary: DigitDirectives.vocabulary).read(Self.cells + cells, file: "n.md").diagnostics
    }

    @Test func patienceWithoutValidationImagesIsToldBeforeAnythingRuns() {
        let diagnostics = diagnostics(
            "```dataset bare\nvalidation: 0\n```\n\n```train t\nmodel: small\ndata: bare\nepochs: 1\npatience: 2\n```")
        #expect(diagnostics.map(\.severity) == [.error])
        #expect(diagnostics.first?.location?.line == 18)
        #expect(diagnostics.first?.remedy?.contains("`patience: none`") == true)
    }

    /// A folder that is named for MNIST may hold images of another shape; digits that the program draws never have one.
    @Test(arguments: [("mnist", Diagnostic.Severity.warning), ("synthetic", .error)])
    func shapesThatDifferAreToldBeforeAnythingRuns(source: String, severity: Diagnostic.Severity) {
        let diagnostics = diagnostics(
            "```dataset drawn\nsource: \(source)\n```\n\n```model big\ninput: 32x32x1\nhidden: 8\n```\n\n"
                + "```train t\nmodel: big\ndata: drawn\nepochs: 1\n```")
        #expect(diagnostics.map(\.severity) == [severity])
        #expect(diagnostics.first?.location?.line == 20)
        #expect(
            diagnostics.first?.summary == "the model takes images of 32×32×1, and those of the data set are 28×28×1")
        #expect(diagnostics.first?.remedy == "Write `input: 28x28x1` in the model cell, or use other data.")
    }

    @Test func trainsWithoutValidationImages() async throws {
        let outcomes = try await run(
            "```dataset bare\nvalidation: 0\n```\n\n```train t\nmodel: small\ndata: bare\nepochs: 2\n```")
        let values = try #require(outcomes["t"]).result.values
        #expect(values["t.best-epoch"] == .integer(2))
        #expect(values["t.validation.lowest-loss"]?.number?.isNaN == true)
    }

    @Test func cancellationEndsTheTraining() async throws {
        let task = Task { try await run("```train t\nmodel: small\ndata: digits\nepochs: 10000\n```") }
        task.cancel()
        await #expect(throws: CancellationError.self) { _ = try await task.value }
    }
}
