import Foundation
import NotebookCore
import Testing

@testable import DigitDirectives

/// The directives that look at what a trained run reads.
@Suite struct EvaluationTests {
    private func run() async throws -> TrainedRun {
        try #require(try await TinyNotebook.outcome("baseline").result.product as? TrainedRun)
    }

    private func matrix() async throws -> ConfusionMatrix {
        let run = try await run()
        let network = try run.network(on: .init(threads: 1))
        return ConfusionMatrix(
            labels: run.data.test.labels, predicted: try network.predict(run.data.test).predicted)
    }

    @Test func evaluateMeasuresTheSplitsThatItNames() async throws {
        let outcome = try await TinyNotebook.outcome("evaluate-1")
        let matrix = try await matrix()
        let values = outcome.result.values
        #expect(values["baseline.test.accuracy"] == .proportion(matrix.accuracy))
        #expect(values["baseline.test.errors"] == .integer(matrix.errors))
        #expect(values["baseline.test.class.5.recall"] == .proportion(matrix.metrics(of: 5).recall))
        #expect(values["baseline.train.images"] == .integer(320))
        #expect(values["baseline.validation.images"] == .integer(80))
        #expect(outcome.tables.map(\.rows.count) == [3, 10])
        #expect(outcome.charts.count == 1)
    }

    @Test func evaluateKeepsTheAnswersToTheTestImages() async throws {
        let outcome = try await TinyNotebook.outcome("evaluate-1")
        let answers = try #require(outcome.result.answers.first)
        #expect(outcome.result.answers.count == 1)
        #expect((answers.run, answers.split) == ("baseline", "test"))
        #expect(
            ConfusionMatrix(labels: [UInt8](answers.labels), predicted: [UInt8](answers.answers))
                == (try await matrix()))
    }

    /// Compared with itself on the same images an accuracy differs by nothing, give or take the continuity correction.
    @Test(arguments: ["evaluate-1", "plot-robustness-1"])
    func accuraciesOfTheSameImagesAreComparedInPairs(cell: String) async throws {
        let result = try await TinyNotebook.outcome(cell).result
        #expect(!result.outcomes.isEmpty)
        for (path, selection) in result.outcomes {
            guard case .proportion(let proportion)? = result.values[path] else {
                Issue.record("\(path) is no proportion")
                continue
            }
            let spread = Double(proportion.trials) * proportion.share * (1 - proportion.share)
            let correlation = selection.correlation(with: selection)
            #expect(abs(correlation - (spread > 0 ? max(spread - 0.5, 0) / spread : 0)) < 1e-9, "\(path)")
        }
    }

    /// A network that has learnt the places of the squares reads the four pictures that show another digit's square as that.
    @Test func networkLearnsThePlacesAndErrsOnTheMislabelledPictures() async throws {
        let matrix = try await matrix()
        #expect(matrix.counts[5][3] == 3)
        #expect(matrix.counts[4][9] == 1)
        #expect(matrix.errors <= 10)
    }

    @Test func validationLossIsThatOfTheBestEpoch() async throws {
        let measured = try #require(
            try await TinyNotebook.outcome("evaluate-1").result.values["baseline.validation.loss"]?.number)
        let best = try #require(try await run().history.best?.validationLoss)
        // Trainer and evaluation batch the images differently; sums of 80 single-precision losses agree to 1e-5.
        #expect(abs(measured - best) < 1e-5 * max(1, best))
    }

    @Test func byDigitCanBeLeftOut() async throws {
        let outcome = try await TinyNotebook.outcome("evaluate-2")
        #expect(outcome.result.outputs.count == 1)
        #expect(outcome.result.values["plain.test.class.9.f1"] != nil)
    }

    @Test func confusionIsDescribedInWords() async throws {
        let matrix = try await matrix()
        let chart = try #require(try await TinyNotebook.outcome("plot-confusion-1").charts.first)
        #expect(chart.title == "Confusion matrix of baseline on the test images")
        #expect(
            chart.alternativeText
                == "Confusion matrix: \(matrix.correct) of 100 on the diagonal; the most frequent error is 5 read as 3, 3 times."
        )
        guard case .heatMap(let map) = chart.kind else { return #expect(Bool(false)) }
        #expect(map.counts == matrix.counts)
    }

    @Test func imagesStandBehindEveryCellThatCountsAny() async throws {
        let chart = try #require(try await TinyNotebook.outcome("plot-confusion-1").charts.first)
        guard case .heatMap(let map) = chart.kind else { return #expect(Bool(false)) }
        for (row, counts) in map.counts.enumerated() {
            for (column, count) in counts.enumerated() {
                let examples = map.examples.filter { $0.row == row && $0.column == column }
                let limit = row == column ? ConfusionReport.rightLimit : count
                #expect(examples.flatMap(\.items).count == min(count, limit))
                #expect(examples.flatMap(\.items).allSatisfy { $0.trueClass == row && $0.predictedClass == column })
            }
        }
        #expect(map.examples.contains { $0.title == "5 read as 3, all 3 images" })
    }

    @Test func perfectMatrixHasNoMostFrequentError() {
        let matrix = ConfusionMatrix(labels: [1, 2], predicted: [1, 2])
        #expect(
            ConfusionReport.alternativeText(of: matrix)
                == "Confusion matrix: 2 of 2 on the diagonal; no errors.")
    }

    @Test func confusedPairsRankBothDirections() async throws {
        let outcome = try await TinyNotebook.outcome("confused-pairs-1")
        #expect(outcome.result.values["baseline.test.pair.3-5.rank"] == .rank(Rank(place: 1, best: 1, worst: 45)))
        #expect(outcome.result.values["baseline.test.read.5-as-3.errors"] == .integer(3))
        #expect(outcome.tables.first.map { $0.rows.count <= 3 } == true)
        #expect(outcome.tables.first?.rows.first?[1] == .text("3\u{00A0}↔\u{00A0}5"))
    }

    @Test func failuresAreShownWithWhatTheyWereReadAs() async throws {
        let grid = try #require(try await TinyNotebook.outcome("show-failures-1").grids.first)
        #expect(grid.title == "2 of 3 failures with 5 read as 3 of baseline, test images")
        #expect(grid.items.count == 2)
        #expect(grid.items.allSatisfy { $0.trueClass == 5 && $0.predictedClass == 3 })
        let confidences = grid.items.map { $0.probabilities[3] }
        #expect(confidences == confidences.sorted(by: >))
    }

    @Test func noFailureIsSaidInWords() async throws {
        let text = TinyNotebook.text + "\n\n```show-failures\nrun: baseline\npair: 0-7\n```"
        let cells = text.components(separatedBy: "\n\n")
        let kept = cells.filter { cell in
            ["```dataset", "```model cnn", "```train baseline"].contains { cell.hasPrefix($0) } || cell.contains("0-7")
        }
        let outcome = try #require(try await Bench().run(kept.joined(separator: "\n\n"))["show-failures-1"])
        #expect(outcome.texts == ["baseline has no failures with 0 read as 7 among the test images."])
    }

    @Test func confidenceSharesAreOfTheErrors() async throws {
        let outcome = try await TinyNotebook.outcome("plot-confidence-1")
        let matrix = try await matrix()
        guard case .proportion(let share) = outcome.result.values["baseline.test.failures.confidence-50-70"] else {
            return #expect(Bool(false))
        }
        #expect(share.trials == matrix.errors)
        guard case .histogram(let histogram) = outcome.charts.first?.kind else { return #expect(Bool(false)) }
        #expect(histogram.series.map { $0.counts.reduce(0, +) } == [matrix.correct, matrix.errors])
    }

    @Test func robustnessCountsFourDirections() async throws {
        let outcome = try await TinyNotebook.outcome("plot-robustness-1")
        let counts = (0...2).map { shift -> Int? in
            guard
                case .proportion(let accuracy) = outcome.result.values[ValuePath("plain.test.shift.\(shift).accuracy")]
            else { return nil }
            return accuracy.trials
        }
        #expect(counts == [50, 200, 200])
        guard case .line(let lines) = outcome.charts.first?.kind else { return #expect(Bool(false)) }
        #expect(lines.series.map(\.name) == ["baseline", "plain"])
    }

    @Test func comparisonCountsEveryImageOnce() async throws {
        let outcome = try await TinyNotebook.outcome("compare-1")
        let names = ["both-right", "only-first-right", "only-second-right", "both-wrong"]
        let counts = names.compactMap { outcome.result.values[ValuePath("baseline.versus.plain.test.\($0)")]?.number }
        #expect(counts.reduce(0, +) == 100)
        let matrix = try await matrix()
        #expect(counts[0] + counts[1] == Double(matrix.correct))
        #expect(outcome.tables.first?.columns.map(\.title) == ["Quantity", "baseline", "plain", "Difference"])
    }

    @Test func runsOnOtherImagesCannotBeCompared() async throws {
        let text = """
            ```dataset one
            test-limit: 20
            ```

            ```dataset two
            test-limit: 20
            ```

            ```model m
            hidden: 4
            ```

            ```train a
            model: m
            data: one
            epochs: 1
            ```

            ```train b
            model: m
            data: two
            epochs: 1
            ```

            ```compare
            runs: [a, b]
            ```
            """
        await #expect {
            _ = try await Bench().run(text)
        } throws: {
            ($0 as? CellFailure)?.remedy == "Train both on one data set, or choose a split that they share."
        }
    }

    @Test func costOfAModelNeedsNoTraining() async throws {
        let outcome = try await TinyNotebook.outcome("measure-cost-2")
        #expect(outcome.result.values["mlp.cost.parameters"] == .integer(785 * 16 + 170))
        let latency = try #require(outcome.result.measurements["mlp.latency"])
        #expect(latency > 0)
        #expect(try #require(outcome.result.measurements["mlp.latency-p95"]) >= latency)
    }

    @Test func explorationCountsAndAverages() async throws {
        let outcome = try await TinyNotebook.outcome("explore-data-1")
        #expect(outcome.result.values["digits.class.5.images"] == .integer(50))
        #expect(outcome.result.values["digits.validation.class.5.images"] == .integer(8))
        #expect(outcome.grids.map(\.items.count) == [20, 10])
        #expect(outcome.grids[0].items[2].trueClass == 1)
    }
}
