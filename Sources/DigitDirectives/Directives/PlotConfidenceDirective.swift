import NotebookCore

/// `plot-confidence`: whether the network knows when it errs.
struct PlotConfidenceDirective: Directive {
    static let name = "plot-confidence"
    static let summary =
        "Shows how confident a trained run is where it is right and where it is wrong, and its calibration."
    static let discussion = """
        Confidence is the probability that the network gives to the digit it reads; with ten digits it is at least \
        10 %. The histogram shows shares of the right and of the wrong answers, which differ much in number. \
        Calibration compares confidence with accuracy in ten bins of equal width; the expected calibration error \
        (Naeini, Cooper & Hauskrecht 2015) is their mean distance, weighted by the answers in each bin.
        """
    static let example = """
        ```plot-confidence
        run: baseline
        split: test
        range: 50%-70%
        ```
        """
    static let version = 2

    static let run = Option("run", .cell(TrainedRun.self), help: "Label of the train cell.")
    static let split = Option("split", OptionType<Split>.choice, default: .test, help: "Split to read.")
    static let range = Option(
        "range", .percentRange, default: PercentRange(lower: 50, upper: 70),
        help: "Range of confidence whose share of the errors is published.")
    static let options: [any AnyOption] = [run, split, range]

    static let publicationHelp = [
        PublicationHelp(
            "RUN.SPLIT.failures.confidence-50-70",
            help: "Share of the errors whose confidence lies in `range`, both ends included."),
        PublicationHelp("RUN.SPLIT.right.confidence-50-70", help: "The same share of the right answers."),
        PublicationHelp("RUN.SPLIT.mean-confidence.right", help: "Mean confidence of right answers."),
        PublicationHelp(
            "RUN.SPLIT.mean-confidence.wrong", help: "Mean confidence of wrong answers; not a number without any."),
        PublicationHelp("RUN.SPLIT.calibration-error", help: "Expected calibration error, 0 to 1."),
    ]

    private let run: CellReference<TrainedRun>
    private let split: Split
    private let range: PercentRange

    init(_ arguments: DirectiveArguments) throws(Diagnostic) {
        run = arguments[Self.run]
        split = arguments[Self.split]
        range = arguments[Self.range]
    }

    var publications: [Publication] {
        values(ConfidenceReport(confidences: [], isRight: [])).publications
    }

    private func values(_ report: ConfidenceReport) -> ValueList {
        ValueList(
            under: [run.label, split.rawValue],
            [
                "calibration-error": .number(report.calibration.expectedError),
                "failures.confidence-\(range.lower)-\(range.upper)": .proportion(report.shareOfErrors(in: range)),
                "right.confidence-\(range.lower)-\(range.upper)": .proportion(report.shareOfRightAnswers(in: range)),
                "mean-confidence.right": .number(report.meanOfRight),
                "mean-confidence.wrong": .number(report.meanOfWrong),
            ],
            units: [
                "calibration-error": .fraction, "mean-confidence.right": .fraction, "mean-confidence.wrong": .fraction,
            ])
    }

    func run(in context: CellContext) async throws -> CellResult {
        let readings = try await context.product(run).readings(of: split, in: context)
        let report = ConfidenceReport(confidences: readings.confidences, isRight: readings.isRight)
        return CellResult(
            outputs: [
                .chart(report.histogram(of: run.label, on: split)), .text(summary(report)),
                .chart(report.reliabilityChart(of: run.label, on: split)),
                .table(report.table(of: run.label, on: split)),
            ],
            values: values(report).byPath)
    }

    private func summary(_ report: ConfidenceReport) -> String {
        let right = "Mean confidence where \(run.label) is right: \(Wording.percent(report.meanOfRight))"
        let calibration = "Expected calibration error: \(Wording.percent(report.calibration.expectedError))."
        guard !report.wrong.isEmpty else { return "\(right); it makes no errors. \(calibration)" }
        let share = report.shareOfErrors(in: range)
        return "\(right); where it errs: \(Wording.percent(report.meanOfWrong)). "
            + "\(Wording.count(share.successes)) of \(Wording.count(share.trials, "error")) "
            + "(\(Wording.percent(share.share, decimals: 1))) have a confidence of \(range.phrase). \(calibration)"
    }
}
