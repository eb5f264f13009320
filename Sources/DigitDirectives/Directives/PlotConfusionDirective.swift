import NotebookCore

/// `plot-confusion`: which digits are taken for which.
struct PlotConfusionDirective: Directive {
    static let name = "plot-confusion"
    static let summary = "Draws the confusion matrix: how often each digit is read as each digit."
    static let discussion = """
        A row for each true digit, a column for each digit that the network reads; right answers are on the diagonal.
        """
    static let example = """
        ```plot-confusion
        run: baseline
        split: test
        ```
        """
    static let version = 1

    static let run = Option("run", .cell(TrainedRun.self), help: "Label of the train cell.")
    static let split = Option("split", OptionType<Split>.choice, default: .test, help: "Split to read.")
    static let options: [any AnyOption] = [run, split]

    private let run: CellReference<TrainedRun>
    private let split: Split

    init(_ arguments: DirectiveArguments) throws(Diagnostic) {
        run = arguments[Self.run]
        split = arguments[Self.split]
    }

    func run(in context: CellContext) async throws -> CellResult {
        let matrix = try context.product(run).readings(of: split, in: context).matrix
        let digits = Digits.all.map(String.init)
        let chart = Chart(
            title: "Confusion matrix of \(run.label) on the \(split.adjective) images",
            alternativeText: Self.alternativeText(of: matrix),
            kind: .heatMap(
                HeatMap(
                    rowTitle: "True digit", columnTitle: "Read as", rows: digits, columns: digits,
                    counts: matrix.counts)))
        return CellResult(outputs: [.chart(chart)])
    }

    /// "Confusion matrix: 9,908 of 10,000 on the diagonal; the most frequent error is 4 read as 9, 6 times."
    static func alternativeText(of matrix: ConfusionMatrix) -> String {
        let diagonal =
            "Confusion matrix: \(Wording.count(matrix.correct)) of \(Wording.count(matrix.total)) on the diagonal"
        guard let (pair, count) = matrix.rankedErrors.first else { return "\(diagonal); no errors." }
        return "\(diagonal); the most frequent error is \(pair.trueDigit) read as \(pair.predictedDigit), "
            + "\(Wording.times(count))."
    }
}
