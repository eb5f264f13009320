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

let fakeVocabulary = Vocabulary([FakeDatasetDirective.self, FakeTrainDirective.self, ClaimsDirective.self])
