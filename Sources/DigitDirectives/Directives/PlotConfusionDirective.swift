import NotebookCore

/// `plot-confusion`: which digits are taken for which.
struct PlotConfusionDirective: Directive {
    static let name = "plot-confusion"
    static let summary = "Draws the confusion matrix: how often each digit is read as each digit."
    static let discussion = """
        A row for each true digit, a column for each digit that the network reads; right answers are on the diagonal.
        Behind each cell are images: all of them off the diagonal, on it the 20 least confident.
        """
    static let example = """
        ```plot-confusion
        run: baseline
        split: test
        ```
        """
    static let version = 2
    static let numberedOutputs: Set<CellOutput.Numbering> = [.figure]

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
        let report = ConfusionReport(try await context.product(run).readings(of: split, in: context))
        return CellResult(outputs: [.chart(report.chart)])
    }
}
