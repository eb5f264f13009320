import NotebookCore

/// `plot-training`: the curves of one run or several.
struct PlotTrainingDirective: Directive {
    /// Which curves to draw.
    enum Metric: String, Sendable, CaseIterable {
        case both, loss, accuracy

        var metrics: [TrainingReport.Metric] {
            switch self {
            case .both: [.loss, .accuracy]
            case .loss: [.loss]
            case .accuracy: [.accuracy]
            }
        }
    }

    static let name = "plot-training"
    static let summary = "Draws loss and accuracy of one training or several by epoch, the best epochs marked."
    static let discussion = """
        Training figures are running means over the epoch, taken with dropout on while the weights moved; validation \
        figures are measured after the epoch in evaluation mode. A training curve below its validation curve in the \
        first epochs is therefore no mistake.
        """
    static let example = """
        ```plot-training
        runs: [baseline, no-dropout]
        metric: accuracy
        ```
        """
    static let version = 2
    static let numberedOutputs: Set<CellOutput.Numbering> = [.figure]

    static let runs = Option(
        "runs", .list(of: .cell(TrainedRun.self)), help: "Label of a train cell, or a list of them.")
    static let metric = Option("metric", OptionType<Metric>.choice, default: .both, help: "Which curves to draw.")
    static let options: [any AnyOption] = [runs, metric]

    private let runs: [CellReference<TrainedRun>]
    private let metric: Metric

    init(_ arguments: DirectiveArguments) throws(Diagnostic) {
        runs = try arguments.distinct(Self.runs) { "`\($0.label)`" }
        metric = arguments[Self.metric]
    }

    func run(in context: CellContext) async throws -> CellResult {
        var histories: [(label: String, history: TrainingHistory)] = []
        for run in runs { histories.append((run.label, try await context.product(run).history)) }
        let report = TrainingReport(runs: histories)
        return CellResult(outputs: metric.metrics.map { .chart(report.chart(of: $0)) })
    }
}
