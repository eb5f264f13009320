import NeuralNetwork
import NotebookCore
import Testing

@testable import DigitDirectives

@Suite struct TrainingReportTests {
    static let history = TrainingHistory(
        epochs: [
            EpochReport(
                epoch: 1, trainingLoss: 0.5, trainingAccuracy: 0.8, validationLoss: 0.3, validationAccuracy: 0.9,
                seconds: 2, imagesPerSecond: 100, isBest: true),
            EpochReport(
                epoch: 2, trainingLoss: 0.25, trainingAccuracy: 0.9, validationLoss: 0.2, validationAccuracy: 0.95,
                seconds: 2, imagesPerSecond: 300, isBest: true),
            EpochReport(
                epoch: 3, trainingLoss: 0.125, trainingAccuracy: 0.95, validationLoss: 0.25, validationAccuracy: 0.94,
                seconds: 2, imagesPerSecond: 300, isBest: false),
        ], plannedEpochs: 10)

    @Test func historySumsUp() {
        #expect(Self.history.best?.epoch == 2)
        #expect(Self.history.stoppedEarly)
        #expect(Self.history.seconds == 6)
        // Three epochs of equal work at 100, 300 and 300 images a second: 3 / (1/100 + 2/300), within rounding.
        #expect(abs(Self.history.imagesPerSecond - 180) < 1e-10)
    }

    @Test func severalRunsShareOneChart() {
        let report = TrainingReport(runs: [("one", Self.history), ("two", Self.history)])
        let chart = report.chart(of: .accuracy)
        #expect(chart.title == "Accuracy of one and two by epoch")
        guard case .line(let lines) = chart.kind else { return #expect(Bool(false)) }
        #expect(lines.series.map(\.name) == ["one, training", "one, validation", "two, training", "two, validation"])
        #expect(lines.marks.map(\.label) == ["best epoch of one", "best epoch of two"])
    }

    @Test func alternativeTextTellsBeginningEndAndBest() {
        let chart = TrainingReport(runs: [("one", Self.history)]).chart(of: .loss)
        #expect(
            chart.alternativeText
                == "Loss by epoch. one: training 0.5000 in epoch 1 and 0.1250 in epoch 3, validation 0.2000 in epoch 2, the best."
        )
    }

    @Test func emptyHistoryMakesAnEmptyChart() {
        let report = TrainingReport(runs: [("one", TrainingHistory(epochs: [], plannedEpochs: 3))])
        guard case .line(let lines) = report.chart(of: .loss).kind else { return #expect(Bool(false)) }
        #expect(lines.series.isEmpty)
        #expect(report.table.rows.isEmpty)
    }
}
