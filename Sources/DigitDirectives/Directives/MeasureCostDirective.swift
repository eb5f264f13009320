import NeuralNetwork
import NotebookCore

/// `measure-cost`: what a network takes in memory and time.
struct MeasureCostDirective: Directive {
    static let name = "measure-cost"
    static let summary =
        "Measures what a network costs: parameters, bytes, multiply–adds, latency of one image, images a second."
    static let discussion = """
        Latency is the time that a single image takes on one core, from grey levels to probabilities: the median of \
        many, after a warm-up, with the 95th percentile beside it. Images per second are measured in batches of 500 on \
        all threads of the run. Both depend on this machine and vary from run to run. Speed does not depend on the values of \
        the weights: a model that nobody has trained is measured with initial ones, on images of noise.
        """
    static let example = """
        ```measure-cost
        run: baseline
        ```
        """
    static let version = 1
    static let numberedOutputs: Set<CellOutput.Numbering> = [.table]

    static let run = Option(optional: "run", .cell(TrainedRun.self), help: "Label of a train cell.")
    static let model = Option(
        optional: "model", .cell(ModelDesign.self), help: "Label of a model cell, instead of `run`.")
    static let repetitions = Option(
        "repetitions", .integer(in: 1...100_000), default: 200,
        help: "Number of single images whose latency is measured.")
    static let options: [any AnyOption] = [run, model, repetitions]

    static let publicationHelp = [
        PublicationHelp("NAME.cost.parameters", help: "Trainable parameters; NAME is the run or the model."),
        PublicationHelp("NAME.cost.weight-bytes", help: "Bytes of the parameters in single precision."),
        PublicationHelp("NAME.cost.multiply-adds", help: "Multiply–adds for one image."),
        PublicationHelp("NAME.latency", .measurement, help: "Median seconds of a single image on one core."),
        PublicationHelp("NAME.latency-p95", .measurement, help: "95th percentile of the same."),
        PublicationHelp(
            "NAME.inference-images-per-second", .measurement, help: "Images a second in batches of 500 on all threads."),
    ]

    static let placeholderOptions: [String: [any AnyOption]] = ["NAME": [run, model]]

    /// What is measured.
    private enum Subject: Sendable {
        case run(CellReference<TrainedRun>)
        case model(CellReference<ModelDesign>)

        var label: String {
            switch self {
            case .run(let reference): reference.label
            case .model(let reference): reference.label
            }
        }
    }

    private static let batchSize = 500
    /// Passes over a batch whose median counts.
    private static let batchRepetitions = 8

    private let subject: Subject
    private let repetitions: Int

    init(_ arguments: DirectiveArguments) throws(Diagnostic) {
        repetitions = arguments[Self.repetitions]
        switch (arguments[Self.run], arguments[Self.model]) {
        case (let run?, nil): subject = .run(run)
        case (nil, let model?): subject = .model(model)
        case (.some, .some):
            throw Diagnostic(
                at: arguments.location(of: Self.model), "`model` and `run` exclude each other",
                remedy: "Leave one of them out.")
        case (nil, nil):
            throw Diagnostic(
                at: arguments.location, "the cell names neither a run nor a model",
                remedy: "Write `run: baseline`, or `model:` with the label of a model cell.")
        }
    }

    var publications: [Publication] {
        [
            Publication(path("cost.parameters"), unit: .count), Publication(path("cost.weight-bytes"), unit: .bytes),
            Publication(path("cost.multiply-adds"), unit: .count),
            Publication(path("latency"), .measurement, unit: .seconds),
            Publication(path("latency-p95"), .measurement, unit: .seconds),
            Publication(path("inference-images-per-second"), .measurement, unit: .perSecond),
        ]
    }

    private func path(_ part: String) -> ValuePath { ValuePath([subject.label, part]) }

    func run(in context: CellContext) async throws -> CellResult {
        let architecture: Architecture
        let weights: Weights?
        switch subject {
        case .run(let reference):
            let run = try await context.product(reference)
            (architecture, weights) = (run.architecture, run.weights)
        case .model(let reference):
            (architecture, weights) = (try await context.product(reference).architecture, nil)
        }
        context.report(.progress(CellProgress(fraction: nil, stage: "timing \(subject.label)")))
        let benchmark = InferenceBenchmark(architecture: architecture, weights: weights)
        let (latency, speed, threads) = try explainingFailures {
            let device = try context.device()
            let single = try benchmark.latency(
                batchSize: 1, repetitions: repetitions, on: context.device(threads: 1))
            let batch = try benchmark.latency(
                batchSize: Self.batchSize, repetitions: Self.batchRepetitions, on: device)
            return (single, Double(Self.batchSize) / batch.median, device.threads)
        }
        let summary = architecture.summary
        return CellResult(
            outputs: [.table(table(summary, latency, speed: speed, threads: threads))],
            values: [
                path("cost.parameters"): .integer(summary.parameters),
                path("cost.weight-bytes"): .integer(summary.weightBytes),
                path("cost.multiply-adds"): .integer(summary.multiplyAdds),
            ],
            measurements: [
                path("latency"): latency.median, path("latency-p95"): latency.percentile95,
                path("inference-images-per-second"): speed,
            ])
    }

    private func table(
        _ summary: ModelSummary, _ latency: Percentiles, speed: Double, threads: Int
    ) -> Table {
        Table(
            title: "Cost of \(subject.label)",
            columns: [Table.Column("Quantity", .leading), Table.Column("Value")],
            rows: [
                [.text("Parameters"), .number(Double(summary.parameters), .integer)],
                [.text("Weights in single precision"), .number(Double(summary.weightBytes), .bytes)],
                [.text("Multiply–adds for one image"), .number(Double(summary.multiplyAdds), .integer)],
                [
                    .text("Latency of one image on one core, median of \(Wording.count(repetitions))"),
                    .measurement(latency.median, .duration),
                ],
                [.text("Latency, 95th percentile"), .measurement(latency.percentile95, .duration)],
                [
                    .text("Images a second in batches of \(Self.batchSize) on \(Wording.count(threads, "thread"))"),
                    .measurement(speed, .integer),
                ],
            ])
    }
}
