import NeuralNetwork
import NotebookCore

/// The history of one training or several as a table and curves.
struct TrainingReport: Sendable {
    /// What curves show.
    enum Metric: String, Sendable, CaseIterable {
        case loss, accuracy
    }

    /// Trainings by label, in the order in which they are drawn.
    let runs: [(label: String, history: TrainingHistory)]

    /// Whether the trainings go on: then the axis reaches to the last planned epoch, so that it stands still.
    private let isLive: Bool

    init(runs: [(label: String, history: TrainingHistory)], isLive: Bool = false) {
        self.runs = runs
        self.isLive = isLive
    }

    /// The curves of one metric over the epochs; the best epoch is marked.
    func chart(of metric: Metric) -> Chart {
        let names = Wording.list(runs.map { "\($0.label)" })
        let format: NumberFormat = metric == .loss ? .fixed(4) : .percent(2)
        let series = runs.flatMap { run in
            let prefix = runs.count > 1 ? "\(run.label), " : ""
            return [
                LineChart.Series(
                    prefix + "training", points(run.history) { value(of: metric, in: $0).training }, of: run.label,
                    isDashed: true),
                LineChart.Series(
                    prefix + "validation", points(run.history) { value(of: metric, in: $0).validation }, of: run.label),
            ]
        }
        let marks = runs.compactMap { run in
            run.history.best.map { best in
                LineChart.Mark(
                    x: Double(best.epoch), label: runs.count > 1 ? "best epoch of \(run.label)" : "best epoch")
            }
        }
        return Chart(
            title: "\(metric == .loss ? "Loss" : "Accuracy") of \(names) by epoch",
            alternativeText: alternativeText(of: metric, format: format),
            kind: .line(
                LineChart(
                    x: Axis("Epoch", format: .integer, limits: epochLimits),
                    y: Axis(
                        metric == .loss ? "Loss (cross-entropy)" : "Accuracy",
                        unit: metric == .loss ? "nats" : nil, format: metric == .loss ? .significant(4) : .percent(2)),
                    series: series.filter { !$0.points.isEmpty }, marks: marks)))
    }

    private var epochLimits: ClosedRange<Double>? {
        let planned = runs.map(\.history.plannedEpochs).max() ?? 1
        return isLive && planned > 1 ? 1...Double(planned) : nil
    }

    /// A row for each epoch of the first run.
    var table: Table {
        let run = runs[0]
        return Table(
            title: "Training of \(run.label) by epoch (training figures: means over the epoch, in training mode)",
            columns: [
                Table.Column("Epoch"), Table.Column("Training loss"), Table.Column("Training accuracy"),
                Table.Column("Validation loss"), Table.Column("Validation accuracy"), Table.Column("Time"),
                Table.Column("Best", .center),
            ],
            rows: run.history.epochs.map { epoch in
                [
                    .number(Double(epoch.epoch), .integer),
                    .number(epoch.trainingLoss, .fixed(4)), .number(epoch.trainingAccuracy, .percent(2)),
                    epoch.validationLoss.map { .number($0, .fixed(4)) } ?? .missing,
                    epoch.validationAccuracy.map { .number($0, .percent(2)) } ?? .missing,
                    .measurement(epoch.seconds, .duration),
                    .text(epoch.epoch == run.history.best?.epoch ? "best" : ""),
                ]
            })
    }

    private func points(_ history: TrainingHistory, _ value: (EpochReport) -> Double?) -> [LineChart.Point] {
        history.epochs.compactMap { epoch in
            value(epoch).map { LineChart.Point(x: Double(epoch.epoch), y: $0) }
        }
    }

    private func value(of metric: Metric, in epoch: EpochReport) -> (training: Double, validation: Double?) {
        metric == .loss
            ? (epoch.trainingLoss, epoch.validationLoss) : (epoch.trainingAccuracy, epoch.validationAccuracy)
    }

    private func alternativeText(of metric: Metric, format: NumberFormat) -> String {
        let name = metric == .loss ? "Loss" : "Accuracy"
        let sentences = runs.compactMap { run -> String? in
            guard let first = run.history.epochs.first, let last = run.history.epochs.last,
                let best = run.history.best
            else { return nil }
            let training =
                "training \(format.text(for: value(of: metric, in: first).training)) in epoch 1 and "
                + "\(format.text(for: value(of: metric, in: last).training)) in epoch \(last.epoch)"
            let validation = value(of: metric, in: best).validation.map {
                ", validation \(format.text(for: $0)) in epoch \(best.epoch), the best"
            }
            return "\(run.label): \(training)\(validation ?? "")."
        }
        return (["\(name) by epoch."] + sentences).joined(separator: " ")
    }
}
