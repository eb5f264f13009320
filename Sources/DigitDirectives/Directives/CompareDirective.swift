import NeuralNetwork
import NotebookCore

/// `compare`: runs side by side.
struct CompareDirective: Directive {
    static let name = "compare"
    static let summary =
        "Sets trained runs side by side, with differences from the first and a McNemar test of their answers."
    static let discussion = """
        Accuracies are measured in evaluation mode with the weights of each run's best epoch; the gap is training \
        accuracy less validation accuracy. For each run after the first, the answers on the images of `split` are \
        counted by which of the two is right. McNemar's test (1947) asks how likely so uneven a division of the images \
        that only one reads rightly would be if both erred equally often; its p value is the exact, two-sided one of the \
        binomial distribution, with the mid-p value beside it (Fagerland, Lydersen & Laake 2013), which is less \
        conservative. A large p value does not show that two runs are equal. Both runs must have been measured on the same images.
        """
    static let example = """
        ```compare
        runs: [baseline, no-dropout]
        split: test
        ```
        """
    static let version = 3
    static let numberedOutputs: Set<CellOutput.Numbering> = [.table]

    static let runs = Option(
        "runs", .list(of: .cell(TrainedRun.self)),
        help: "Labels of two or more train cells; the first is compared with.")
    static let split = Option(
        "split", OptionType<Split>.choice, default: .test, help: "Split whose answers are compared image by image.")
    static let options: [any AnyOption] = [runs, split]

    static let publicationHelp = [
        PublicationHelp("FIRST.versus.OTHER.SPLIT.both-right", help: "Images that both runs read rightly."),
        PublicationHelp(
            "FIRST.versus.OTHER.SPLIT.only-first-right", help: "Images that only the first run reads rightly."),
        PublicationHelp(
            "FIRST.versus.OTHER.SPLIT.only-second-right", help: "Images that only the other run reads rightly."),
        PublicationHelp("FIRST.versus.OTHER.SPLIT.both-wrong", help: "Images that neither reads rightly."),
        PublicationHelp("FIRST.versus.OTHER.SPLIT.p-value", help: "Exact two-sided p value of McNemar's test."),
        PublicationHelp("FIRST.versus.OTHER.SPLIT.mid-p-value", help: "Its mid-p value, which is less conservative."),
    ]

    static let placeholderOptions: [String: [any AnyOption]] = ["FIRST": [runs], "OTHER": [runs], "SPLIT": [split]]

    private let runs: [CellReference<TrainedRun>]
    private let split: Split

    init(_ arguments: DirectiveArguments) throws(Diagnostic) {
        runs = try arguments.distinct(Self.runs) { "`\($0.label)`" }
        split = arguments[Self.split]
        guard runs.count > 1 else {
            throw Diagnostic(
                at: arguments.location(of: Self.runs), "a single run has nothing to be compared with",
                remedy: "Name two runs or more: `runs: [baseline, no-dropout]`.")
        }
    }

    var publications: [Publication] {
        let nothing = McNemarTest(bothRight: 0, onlyFirstRight: 0, onlySecondRight: 0, bothWrong: 0)
        return runs.dropFirst().flatMap { values(nothing, $0.label).publications }
    }

    private func values(_ test: McNemarTest, _ other: String) -> ValueList {
        ValueList(
            under: [runs[0].label, "versus", other, split.rawValue],
            [
                "p-value": .number(test.pValue),
                "mid-p-value": .number(test.midPValue),
                "both-right": .integer(test.bothRight),
                "only-first-right": .integer(test.onlyFirstRight),
                "only-second-right": .integer(test.onlySecondRight),
                "both-wrong": .integer(test.bothWrong),
            ],
            units: ["p-value": .fraction, "mid-p-value": .fraction])
    }

    func run(in context: CellContext) async throws -> CellResult {
        var trained: [TrainedRun] = []
        for run in runs { trained.append(try await context.product(run)) }
        let first = trained[0]
        for other in trained.dropFirst() {
            let images = try first.data.images(of: split)
            guard images.hasSameContent(as: try other.data.images(of: split)) else {
                throw CellFailure(
                    "`\(first.label)` and `\(other.label)` have different \(split.adjective) images, so their answers "
                        + "cannot be compared image by image",
                    remedy: "Train both on one data set, or choose a split that they share.")
            }
        }
        let columns = try trained.map { try RunComparison.Column($0, in: context) }
        let readings = try trained.map { try $0.readings(of: split, in: context) }
        let tests = readings.dropFirst().map { other in
            McNemarTest(
                labels: readings[0].images.labels, first: readings[0].predictions.predicted,
                second: other.predictions.predicted)
        }
        let comparison = RunComparison(columns: columns)
        var result = CellResult(outputs: [.table(comparison.table)])
        for (test, other) in zip(tests, trained.dropFirst()) {
            result.values.merge(values(test, other.label).byPath) { $1 }
            result.outputs.append(.table(Self.table(test, first.label, other.label, on: split)))
            result.outputs.append(.text(Self.sentence(test, first.label, other.label)))
        }
        return result
    }

    private static func table(_ test: McNemarTest, _ first: String, _ other: String, on split: Split) -> Table {
        func row(_ name: String, _ counts: Int...) -> [Table.Cell] {
            [.text(name)] + counts.map { .number(Double($0), .integer) }
        }
        return Table(
            title: "Answers of \(first) and \(other) to the same \(split.adjective) images",
            columns: [
                Table.Column("Answers", .leading), Table.Column("\(other) right"), Table.Column("\(other) wrong"),
            ],
            rows: [
                row("\(first) right", test.bothRight, test.onlyFirstRight),
                row("\(first) wrong", test.onlySecondRight, test.bothWrong),
            ])
    }

    private static func sentence(_ test: McNemarTest, _ first: String, _ other: String) -> String {
        let counts =
            "Only \(first) is right on \(Wording.count(test.onlyFirstRight, "image")), only \(other) on "
            + "\(Wording.count(test.onlySecondRight))"
        return "\(counts). \(test.summary)."
    }
}
