import Foundation
import NeuralNetwork
import NotebookCore

/// `train`: fits a model to a data set.
struct TrainDirective: Directive {
    /// How parameters follow their gradients.
    enum OptimizerName: String, Sendable, CaseIterable {
        case adam, sgd
    }

    static let name = "train"
    static let summary = "Trains a model on a data set and keeps the weights of the best epoch."
    static let discussion = """
        Weights start from He initialisation; every epoch sees the training images once, in a new random order. After \
        each epoch the validation loss is measured in evaluation mode. The weights of the epoch with the lowest one \
        are kept; with `patience` training ends once so many epochs have passed without a lower one.

        Initial weights, order of the images and dropout derive from the notebook's seed and the cell's label, or the \
        label that `stream` names: two cells with one stream start from the same weights and see the same batches, \
        as an ablation should. The number of threads changes the speed and nothing else.
        """
    static let example = """
        ```train baseline
        model: cnn
        data: digits
        optimizer: adam
        learning-rate: 0.001
        batch-size: 32
        epochs: 20
        patience: 5
        caption: Loss and accuracy by epoch
        ```
        """
    static let version = 7
    static let labelRule = LabelRule.required
    static let drawsRandomNumbers = true
    static let unmentionedReferences: [any AnyOption] = [model, data]
    static let streamOption: (any AnyOption)? = stream
    static let extendingOptions: [any AnyOption] = [epochs, patience]
    static let product: (any CellProduct.Type)? = TrainedRun.self
    static let renamedPublications = [
        "validation.best-accuracy": "validation.accuracy-at-best", "validation.best-loss": "validation.lowest-loss",
    ]

    static let model = Option("model", .cell(ModelDesign.self), help: "Label of the model cell.")
    static let data = Option("data", .cell(DataSet.self), help: "Label of the dataset cell.")
    static let optimizer = Option(
        "optimizer", OptionType<OptimizerName>.choice, default: .adam,
        help: "`adam` (Kingma & Ba 2015), or `sgd` for stochastic gradient descent with momentum.")
    static let learningRate = Option(
        "learning-rate", .number(in: 1e-8...100), default: 0.001, help: "Size of the optimiser's steps.")
    static let momentum = Option(
        "momentum", .fraction(below: 1), default: 0.9, help: "Share of the last step that `sgd` adds to the next.")
    static let batchSize = Option("batch-size", .integer(in: 1...8192), default: 32, help: "Images of one step.")
    static let epochs = Option(
        "epochs", .integer(in: 1...10_000), help: "Most passes over the training images.")
    static let patience = Option(
        "patience", OptionType<Int?>.orNone(.integer(in: 1...10_000)), default: nil,
        help: "Epochs without a lower validation loss after which training ends; `none` trains all epochs.")
    static let stream = Option(
        optional: "stream", .label(ofDirective: name),
        help: "Label of a train cell whose initial weights, order of images and dropout to share.")
    static let options: [any AnyOption] = [
        model, data, optimizer, learningRate, momentum, batchSize, epochs, patience, stream,
    ]

    private let label: String
    private let model: CellReference<ModelDesign>
    private let data: CellReference<DataSet>
    private let configuration: TrainingConfiguration
    let streamLabel: String?
    /// Where the options are that others may contradict.
    private let places: (model: SourceLocation, patience: SourceLocation)

    init(_ arguments: DirectiveArguments) throws(Diagnostic) {
        label = arguments.label ?? Self.name
        model = arguments[Self.model]
        data = arguments[Self.data]
        streamLabel = arguments[Self.stream]
        places = (arguments.location(of: Self.model), arguments.location(of: Self.patience))
        let rate = Float(arguments[Self.learningRate])
        let optimizer: Optimizer
        switch arguments[Self.optimizer] {
        case .adam:
            guard !arguments.isGiven(Self.momentum) else {
                throw Diagnostic(
                    at: arguments.location(of: Self.momentum), "`momentum` has no use with `optimizer: adam`",
                    remedy: "Leave `momentum` out, or write `optimizer: sgd`.")
            }
            optimizer = .adam(learningRate: rate)
        case .sgd:
            optimizer = .sgd(learningRate: rate, momentum: Float(arguments[Self.momentum]))
        }
        configuration = TrainingConfiguration(
            optimizer: optimizer, batchSize: arguments[Self.batchSize], epochs: arguments[Self.epochs],
            patience: arguments[Self.patience])
    }

    static let publicationHelp = [
        PublicationHelp("RUN.epochs", help: "Epochs that were trained."),
        PublicationHelp(
            "RUN.best-epoch", help: "The epoch whose weights are kept: the one with the lowest validation loss."),
        PublicationHelp(
            "RUN.train.running-accuracy",
            help: "Training accuracy of the best epoch, dropout on, averaged over the epoch while weights moved."),
        PublicationHelp("RUN.train.running-loss", help: "Training loss of the best epoch, likewise."),
        PublicationHelp(
            "RUN.validation.lowest-loss",
            help: "The lowest validation loss, in evaluation mode; not a number without validation images."),
        PublicationHelp(
            "RUN.validation.accuracy-at-best",
            help: "Validation accuracy of the epoch with the lowest loss, which need not be the highest."),
        PublicationHelp("RUN.learning-rate", .setting, help: "The learning rate, as set."),
        PublicationHelp("RUN.batch-size", .setting, help: "Images of one step, as set."),
        PublicationHelp("RUN.max-epochs", .setting, help: "Most epochs, as set."),
        PublicationHelp("RUN.patience", .setting, help: "The patience, as set; not published for `none`."),
        PublicationHelp(
            "RUN.weights-digest", help: "SHA-256 of the kept weights: the same where every bit of them is."),
        PublicationHelp("RUN.seconds", .measurement, help: "Duration of the training in seconds, validation included."),
        PublicationHelp("RUN.seconds-per-epoch", .measurement, help: "Its mean for one epoch."),
        PublicationHelp("RUN.images-per-second", .measurement, help: "Training speed, validation left out."),
    ]

    var publications: [Publication] {
        let history = TrainingHistory(epochs: [], plannedEpochs: configuration.epochs)
        return values(history, weightsDigest: "", counts: (0, 0)).publications
            + measurements(history).keys.sorted().map { path in
                Publication(path, .measurement, unit: path.parts.last == "images-per-second" ? .perSecond : .seconds)
            }
    }

    private func values(_ history: TrainingHistory, weightsDigest: String, counts: (training: Int, validation: Int))
        -> ValueList
    {
        let best = history.best
        func proportion(_ share: Double, of count: Int) -> Value {
            .proportion(Proportion(successes: Int((share * Double(count)).rounded()), trials: count))
        }
        let accuracy = best?.validationAccuracy.map { proportion($0, of: counts.validation) }
        var values = ValueList(
            under: [label],
            [
                "validation.accuracy-at-best": accuracy ?? .number(.nan),
                "validation.lowest-loss": .number(best?.validationLoss ?? .nan),
                "epochs": .integer(history.epochs.count),
                "best-epoch": .integer(best?.epoch ?? 0),
                "train.running-accuracy": best.map { proportion($0.trainingAccuracy, of: counts.training) }
                    ?? .number(.nan),
                "train.running-loss": .number(best?.trainingLoss ?? .nan),
                "weights-digest": .text(weightsDigest),
            ],
            units: ["validation.accuracy-at-best": .fraction, "train.running-accuracy": .fraction])
        values.append(
            ValueList(
                under: [label],
                [
                    "learning-rate": .number(configuration.optimizer.learningRate.nearestDecimal),
                    "batch-size": .integer(configuration.batchSize),
                    "max-epochs": .integer(configuration.epochs),
                ],
                kind: .setting))
        if let patience = configuration.patience {
            values.append(ValueList(under: [label], ["patience": .integer(patience)], kind: .setting))
        }
        return values
    }

    private func measurements(_ history: TrainingHistory) -> [ValuePath: Double] {
        [
            ValuePath([label, "seconds"]): history.seconds,
            ValuePath([label, "seconds-per-epoch"]): history.seconds / Double(history.epochs.count),
            ValuePath([label, "images-per-second"]): history.imagesPerSecond,
        ]
    }

    func problems(with cells: ReferencedCells) -> [Diagnostic] {
        guard let data = cells.directive(of: data, as: DatasetDirective.self) else { return [] }
        var problems: [Diagnostic] = []
        if let model = cells.directive(of: model, as: ModelDirective.self),
            model.inputShape != DatasetDirective.imageShape
        {
            let failure = CellFailure(
                .shapeMismatch(expected: model.inputShape, found: DatasetDirective.imageShape) as TrainingError)
            // A folder that is named for MNIST may hold images of another shape.
            problems.append(
                Diagnostic(
                    data.source == .synthetic ? .error : .warning, at: places.model, failure.summary,
                    remedy: failure.remedy))
        }
        if configuration.patience != nil, !data.hasValidationImages {
            let failure = CellFailure(TrainingError.patienceWithoutValidation)
            problems.append(Diagnostic(at: places.patience, failure.summary, remedy: failure.remedy))
        }
        return problems
    }

    func run(in context: CellContext) async throws -> CellResult {
        let architecture = try await context.product(model).architecture
        let data = try await context.product(data)
        let keys = TrainingKeys(
            initialization: context.randomKey(for: "initialization"), shuffling: context.randomKey(for: "shuffling"),
            dropout: context.randomKey(for: "dropout"))
        let trainer = try explainingFailures {
            try Trainer(architecture: architecture, configuration: configuration, keys: keys, device: context.device())
        }
        let state = Self.furthest(context.checkpoints, in: trainer)
        if let state { context.checkpoints.resumes(at: "epoch \(state.history.count + 1)") }
        var narrator = TrainingNarrator(
            label: label, configuration: configuration, history: state?.history ?? [], context: context)
        let result = try explainingFailures {
            try trainer.train(
                on: data.training, validation: data.validation.count > 0 ? data.validation : nil, resuming: state,
                report: { narrator.receive($0) },
                checkpoint: { state in
                    context.checkpoints.save(try state.encoded())
                    context.checkpoints.resumes(at: "epoch \(state.history.count + 1)")
                })
        }
        let history = TrainingHistory(epochs: result.history, plannedEpochs: configuration.epochs)
        return CellResult(
            outputs: narrator.outputs(history),
            values: values(
                history, weightsDigest: result.weights.digest, counts: (data.training.count, data.validation.count)
            ).byPath,
            measurements: measurements(history),
            product: TrainedRun(
                label: label, architecture: architecture, weights: result.weights, history: history, data: data))
    }

    /// The state of an earlier run from which the fewest epochs are left; nil where there is none on the way.
    private static func furthest(_ checkpoints: CellCheckpoints, in trainer: Trainer) -> TrainerState? {
        checkpoints.load().compactMap { try? TrainerState(decoding: $0) }
            .filter(trainer.comesThrough)
            .max { $0.history.count < $1.history.count }
    }

    func restoreProduct(from archive: Data, in context: CellContext) async throws -> any CellProduct {
        let (weights, history) = try TrainedRun.unarchived(archive)
        return TrainedRun(
            label: label, architecture: try await context.product(model).architecture, weights: weights,
            history: history, data: try await context.product(data))
    }
}

extension Float {
    /// The shortest decimal that reads as this value, in double precision: 0.001 rather than 0.0010000000474974513.
    fileprivate var nearestDecimal: Double { Double(description) ?? Double(self) }
}
