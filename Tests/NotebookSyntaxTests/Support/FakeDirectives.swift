import NotebookCore

struct FakeData: CellProduct {
    static let kind = "data set"
}

struct FakeRun: CellProduct {
    static let kind = "trained run"
}

/// Makes a data set.
struct FakeDatasetDirective: Directive {
    static let name = "dataset"
    static let summary = "Makes data."
    static let example = ""
    static let version = 1
    static let labelRule = LabelRule.required
    static let options: [any AnyOption] = [size]
    static let product: (any CellProduct.Type)? = FakeData.self
    static let size = Option("size", .integer(in: 1...1000), default: 10, help: "Images.")

    let label: String
    let size: Int

    init(_ arguments: DirectiveArguments) {
        label = arguments.label ?? ""
        size = arguments[Self.size]
    }

    var publications: [Publication] { [Publication(ValuePath([label, "images"]))] }

    func run(in context: CellContext) -> CellResult {
        CellResult(values: [ValuePath([label, "images"]): .integer(size)], product: FakeData())
    }
}

/// Needs a data set and makes a run.
struct FakeTrainDirective: Directive {
    enum Optimizer: String, CaseIterable, Sendable { case adam, sgd }

    static let name = "train"
    static let summary = "Trains."
    static let example = ""
    static let version = 1
    static let labelRule = LabelRule.required
    static let options: [any AnyOption] = [data, epochs, rate, dropout, optimizer, shuffles, stream, after]
    static let product: (any CellProduct.Type)? = FakeRun.self
    static let publicationHelp = [
        PublicationHelp("RUN.accuracy", help: "Accuracy."), PublicationHelp("RUN.rate", help: "Only of fast runs."),
        PublicationHelp("RUN.seconds", .measurement, help: "Time."),
    ]
    static let renamedPublications = ["precision": "accuracy"]
    static let data = Option("data", .cell(FakeData.self), help: "Data.")
    static let epochs = Option("epochs", .integer(in: 1...1000), default: 20, help: "Epochs.")
    static let rate = Option("learning-rate", .number(in: 0...10), default: 0.001, help: "Rate.")
    static let dropout = Option("dropout", .fraction(below: 1), default: 0.5, help: "Dropout.")
    static let optimizer = Option("optimizer", .choice, default: Optimizer.adam, help: "Optimiser.")
    static let shuffles = Option("shuffle", .boolean, default: true, help: "Shuffle.")
    static let stream = Option(optional: "stream", .label(ofDirective: "train"), help: "Stream.")
    static let after = Option(optional: "after", .cell(FakeRun.self), help: "Another run.")

    let label: String
    let stream: String?

    init(_ arguments: DirectiveArguments) {
        label = arguments.label ?? ""
        stream = arguments[Self.stream]
    }

    var publications: [Publication] {
        [Publication(ValuePath([label, "accuracy"])), Publication(ValuePath([label, "seconds"]), .measurement)]
    }

    var streamLabel: String? { stream }

    func run(in context: CellContext) -> CellResult { CellResult(product: FakeRun()) }
}

/// Measures runs.
struct FakeEvaluateDirective: Directive {
    enum Split: String, CaseIterable, Sendable { case train, test }

    static let name = "evaluate"
    static let summary = "Measures."
    static let example = ""
    static let version = 1
    static let options: [any AnyOption] = [runs, split]
    static let runs = Option("runs", .list(of: .cell(FakeRun.self)), help: "Runs.")
    static let split = Option("split", .list(of: OptionType<Split>.choice), default: [.test], help: "Splits.")
    static let publicationHelp = [
        PublicationHelp("RUN.SPLIT.accuracy", help: "Accuracy."),
        PublicationHelp("RUN.SPLIT.class.5.errors", help: "Errors of each class."),
    ]

    let runs: [CellReference<FakeRun>]
    let splits: [Split]

    init(_ arguments: DirectiveArguments) {
        runs = arguments[Self.runs]
        splits = arguments[Self.split]
    }

    var publications: [Publication] {
        runs.flatMap { run in
            splits.flatMap { split in
                ["accuracy", "class.0.errors", "class.1.errors"].map {
                    Publication(ValuePath("\(run.label).\(split.rawValue).\($0)"))
                }
            }
        }
    }

    func run(in context: CellContext) -> CellResult { CellResult() }
}

let fakeVocabulary = Vocabulary([
    FakeDatasetDirective.self, FakeTrainDirective.self, FakeEvaluateDirective.self, ClaimsDirective.self,
])
