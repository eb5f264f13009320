import NeuralNetwork
import NotebookCore

/// Tells those who watch a training how it goes: a bar, a line for each epoch, live curves.
struct TrainingNarrator {
    private let label: String
    private let configuration: TrainingConfiguration
    private let context: CellContext
    private let start = ContinuousClock.now
    /// Epochs that an earlier run has done.
    private let doneBefore: Int
    private var history: TrainingHistory

    /// - Parameter epochs: Reports of the epochs that an earlier run has done.
    init(label: String, configuration: TrainingConfiguration, history epochs: [EpochReport], context: CellContext) {
        self.label = label
        self.configuration = configuration
        self.context = context
        history = TrainingHistory(epochs: epochs, plannedEpochs: configuration.epochs)
        doneBefore = epochs.count
        guard doneBefore > 0 else { return }
        context.report(.milestone("goes on after epoch \(doneBefore) of an earlier run"))
        context.report(.partialOutputs(outputs(history, isLive: true)))
    }

    mutating func receive(_ event: TrainingEvent) {
        switch event {
        case .progress(let progress):
            context.report(.progress(bar(progress)))
        case .epoch(let report):
            history.epochs.append(report)
            context.report(.milestone(line(report)))
            context.report(.partialOutputs(outputs(history, isLive: true)))
        }
    }

    /// What a training shows, finished or not.
    func outputs(_ history: TrainingHistory, isLive: Bool = false) -> [CellOutput] {
        let report = TrainingReport(runs: [(label, history)], isLive: isLive)
        return [.chart(report.chart(of: .loss)), .chart(report.chart(of: .accuracy)), .table(report.table)]
    }

    private func bar(_ progress: TrainingProgress) -> CellProgress {
        let epochs = Double(progress.epoch - 1) + Double(progress.imagesDone) / Double(max(1, progress.imagesTotal))
        let fraction = epochs / Double(progress.epochs)
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        let fractionNow = (epochs - Double(doneBefore)) / Double(progress.epochs)
        return CellProgress(
            fraction: fraction, stage: "epoch \(progress.epoch) of \(progress.epochs)",
            figures: [
                CellProgress.Figure("loss", NumberFormat.fixed(4).text(for: progress.runningLoss)),
                CellProgress.Figure("accuracy", Wording.percent(progress.runningAccuracy)),
                CellProgress.Figure("images/s", NumberFormat.integer.text(for: progress.imagesPerSecond)),
            ],
            secondsLeft: fractionNow > 0 ? seconds * (1 - fraction) / fractionNow : nil)
    }

    /// What matters most comes first, because a narrow terminal cuts the end.
    private func line(_ report: EpochReport) -> String {
        let loss = NumberFormat.fixed(4)
        var parts = [
            "training \(Wording.percent(report.trainingAccuracy)), loss \(loss.text(for: report.trainingLoss))"
        ]
        if let validationLoss = report.validationLoss, let accuracy = report.validationAccuracy {
            let best = report.isBest ? ", lowest loss so far" : ""
            parts.insert(
                "validation \(Wording.percent(accuracy)), loss \(loss.text(for: validationLoss))\(best)", at: 0)
        }
        parts.append(NumberFormat.duration.text(for: report.seconds))
        return "epoch \(report.epoch) of \(configuration.epochs): " + parts.joined(separator: "; ")
    }
}
