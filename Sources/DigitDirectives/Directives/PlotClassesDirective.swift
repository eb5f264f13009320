import NotebookCore

/// `plot-classes`: each digit by itself.
struct PlotClassesDirective: Directive {
    static let name = "plot-classes"
    static let summary = "Draws the accuracy of a trained run on each digit, with 95 % intervals."
    static let discussion = """
        The accuracy of a digit is its recall. Intervals are score intervals (Wilson 1927); where those of two digits \
        overlap widely, the order of the digits says little. The same chart and table end an `evaluate` cell; this \
        directive is for showing them somewhere else.
        """
    static let example = """
        ```plot-classes
        run: baseline
        split: test
        ```
        """
    static let version = 2

    static let run = Option("run", .cell(TrainedRun.self), help: "Label of the train cell.")
    static let split = Option("split", OptionType<Split>.choice, default: .test, help: "Split to measure on.")
    static let options: [any AnyOption] = [run, split]

    private let run: CellReference<TrainedRun>
    private let split: Split

    init(_ arguments: DirectiveArguments) throws(Diagnostic) {
        run = arguments[Self.run]
        split = arguments[Self.split]
    }

    func run(in context: CellContext) async throws -> CellResult {
        let report = ClassReport(try await context.product(run).readings(of: split, in: context))
        return CellResult(outputs: [.chart(report.chart), .table(report.table)])
    }
}
