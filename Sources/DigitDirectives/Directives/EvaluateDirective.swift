import NotebookCore

/// `evaluate`: measures a trained run.
struct EvaluateDirective: Directive {
    static let name = "evaluate"
    static let summary =
        "Measures a trained run on one split or several: accuracy, errors, loss, and each digit by itself."
    static let discussion = """
        The network runs in evaluation mode (no dropout, running statistics) with the weights of its best epoch. \
        Intervals are 95 % score intervals (Wilson 1927). The accuracy of a digit is its recall: the share of its \
        images that are read as it. Precision is the share of the images read as a digit that show it; F1 is the \
        harmonic mean of the two.

        The table and the bars by digit are those of the test images where `split` names them, else of the last split \
        that it names.
        """
    static let example = """
        ```evaluate
        run: baseline
        split: [train, validation, test]
        ```
        """
    static let version = 6

    static let run = Option("run", .cell(TrainedRun.self), help: "Label of the train cell.")
    static let split = Option(
        "split", .list(of: OptionType<Split>.choice), default: [.test],
        help: "Splits to measure on: `train`, `validation`, `test`, or a list of them.")
    static let byDigit = Option(
        "by-digit", .boolean, default: true, help: "Whether each digit is shown by itself; published it is in any case."
    )
    static let options: [any AnyOption] = [run, split, byDigit]

    static let publicationHelp = [
        PublicationHelp("RUN.SPLIT.accuracy", help: "Share of the images that are read rightly."),
        PublicationHelp("RUN.SPLIT.errors", help: "Number of images that are read wrongly."),
        PublicationHelp("RUN.SPLIT.loss", help: "Mean cross-entropy in nats."),
        PublicationHelp("RUN.SPLIT.images", help: "Number of images."),
        PublicationHelp("RUN.SPLIT.macro-f1", help: "Unweighted mean of the digits' F1."),
        PublicationHelp("RUN.SPLIT.best-class", help: "The digit with the highest accuracy, the lowest of equals."),
        PublicationHelp("RUN.SPLIT.best-class-accuracy", help: "Its accuracy."),
        PublicationHelp("RUN.SPLIT.hardest-class", help: "The digit with the lowest accuracy, the lowest of equals."),
        PublicationHelp("RUN.SPLIT.hardest-class-accuracy", help: "Its accuracy."),
        PublicationHelp(
            "RUN.SPLIT.median-class-accuracy", help: "Lower median of the digits' accuracies: most digits are above it."
        ),
        PublicationHelp("RUN.SPLIT.class.5.accuracy", help: "Accuracy (recall) of the digit; for each digit."),
        PublicationHelp(
            "RUN.SPLIT.class.5.rank",
            help: "Place of the digit by accuracy, from 1 for the best, with its 95 % interval: the places that are "
                + "compatible with comparisons with each other digit (Newcombe 1998, at 5 % together)."),
        PublicationHelp("RUN.SPLIT.class.5.precision", help: "Its precision."),
        PublicationHelp("RUN.SPLIT.class.5.recall", help: "Its recall, the same as its accuracy."),
        PublicationHelp("RUN.SPLIT.class.5.f1", help: "Its F1."),
        PublicationHelp("RUN.SPLIT.class.5.errors", help: "Number of its images that are read as another digit."),
    ]

    private let run: CellReference<TrainedRun>
    private let splits: [Split]
    private let showsDigits: Bool

    init(_ arguments: DirectiveArguments) throws(Diagnostic) {
        run = arguments[Self.run]
        splits = try arguments.distinct(Self.split) { $0.rawValue }
        showsDigits = arguments[Self.byDigit]
    }

    var publications: [Publication] {
        let nothing = ConfusionMatrix(labels: [], predicted: [])
        let telling = splits.filter { $0 == .test } + splits.filter { $0 != .test }
        return telling.flatMap { values(nothing, loss: 0, on: $0).publications }
    }

    private func values(_ matrix: ConfusionMatrix, loss: Double, on split: Split) -> ValueList {
        let best = matrix.bestClass ?? matrix.metrics(of: 0)
        let hardest = matrix.hardestClass ?? matrix.metrics(of: 0)
        let median = matrix.medianClass ?? matrix.metrics(of: 0)
        let path = [run.label, split.rawValue]
        var values = ValueList(
            under: path,
            [
                "accuracy": .proportion(matrix.accuracy),
                "errors": .integer(matrix.errors),
                "loss": .number(loss),
                "images": .integer(matrix.total),
                "macro-f1": .number(matrix.macroF1),
                "best-class": .text(String(best.digit)),
                "best-class-accuracy": .proportion(best.recall),
                "hardest-class": .text(String(hardest.digit)),
                "hardest-class-accuracy": .proportion(hardest.recall),
                "median-class-accuracy": .proportion(median.recall),
            ],
            units: ["macro-f1": .fraction])
        let ranks = Rank.ranks(ofShares: matrix.metricsByDigit.map(\.recall))
        for (metrics, rank) in zip(matrix.metricsByDigit, ranks) {
            values.append(
                ValueList(
                    under: path + ["class", String(metrics.digit)],
                    [
                        "accuracy": .proportion(metrics.recall),
                        "rank": .rank(rank),
                        "recall": .proportion(metrics.recall),
                        "precision": .proportion(metrics.precision),
                        "f1": .number(metrics.f1),
                        "errors": .integer(metrics.errors),
                    ],
                    units: ["f1": .fraction]))
        }
        return values
    }

    /// The images behind the accuracies.
    private func outcomes(
        _ outcomes: ImageOutcomes, _ matrix: ConfusionMatrix, on split: Split
    ) -> [ValuePath: ImageOutcomes.Selection] {
        let path = [run.label, split.rawValue]
        func selection(_ digit: Int?) -> ImageOutcomes.Selection {
            ImageOutcomes.Selection(outcomes, classIndex: digit.map { UInt8(clamping: $0) })
        }
        var selections = [ValuePath(path + ["accuracy"]): selection(nil)]
        let named = [
            ("best-class-accuracy", matrix.bestClass), ("hardest-class-accuracy", matrix.hardestClass),
            ("median-class-accuracy", matrix.medianClass),
        ]
        for (name, metrics) in named where metrics != nil {
            selections[ValuePath(path + [name])] = selection(metrics?.digit)
        }
        for digit in Digits.all {
            for name in ["accuracy", "recall"] {
                selections[ValuePath(path + ["class", String(digit), name])] = selection(digit)
            }
        }
        return selections
    }

    func run(in context: CellContext) async throws -> CellResult {
        let trained = try await context.product(run)
        var result = CellResult()
        var rows: [[Table.Cell]] = []
        var byDigit: ClassReport?
        for split in splits {
            let readings = try trained.readings(of: split, in: context)
            let matrix = readings.matrix
            let loss = readings.loss
            if split == .test { result.answers.append(readings.answers) }
            result.values.merge(values(matrix, loss: loss, on: split).byPath) { $1 }
            result.outcomes.merge(outcomes(readings.outcomes, matrix, on: split)) { $1 }
            rows.append([
                .text(split.adjective), .number(Double(matrix.total), .integer),
                .proportion(matrix.accuracy, decimals: 2, showsInterval: true),
                .number(Double(matrix.errors), .integer), .number(loss, .fixed(4)),
            ])
            if split == splits.last || split == .test, byDigit?.split != .test {
                byDigit = ClassReport(run: run.label, split: split, matrix: matrix)
            }
        }
        result.outputs = [
            .table(
                Table(
                    title: "\(run.label), measured in evaluation mode with the weights of its best epoch",
                    columns: [
                        Table.Column("Split", .leading), Table.Column("Images"),
                        Table.Column("Accuracy, 95\u{00A0}% interval"), Table.Column("Errors"), Table.Column("Loss"),
                    ],
                    rows: rows))
        ]
        if showsDigits, let byDigit { result.outputs += [.chart(byDigit.chart), .table(byDigit.table)] }
        return result
    }
}
