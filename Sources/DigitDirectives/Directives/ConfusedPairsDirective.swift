import NotebookCore

/// `confused-pairs`: which two digits are taken for each other most often.
struct ConfusedPairsDirective: Directive {
    static let name = "confused-pairs"
    static let summary = "Ranks pairs of digits by how often one is taken for the other, both directions counted."
    static let discussion = """
        Equally frequent pairs share the better rank. Published are all 45 pairs, whatever `limit` shows, the lower \
        digit first, and each direction by itself.
        """
    static let example = """
        ```confused-pairs
        run: baseline
        split: test
        limit: 8
        ```
        """
    static let version = 3
    static let numberedOutputs: Set<CellOutput.Numbering> = [.table]

    static let run = Option("run", .cell(TrainedRun.self), help: "Label of the train cell.")
    static let split = Option("split", OptionType<Split>.choice, default: .test, help: "Split to read.")
    static let limit = Option("limit", .integer(in: 1...45), default: 10, help: "Most pairs to show.")
    static let options: [any AnyOption] = [run, split, limit]

    static let publicationHelp = [
        PublicationHelp(
            "RUN.SPLIT.pair.3-5.errors",
            help: "Images of either digit that are read as the other; for each pair, the lower digit first."),
        PublicationHelp(
            "RUN.SPLIT.pair.3-5.rank",
            help:
                "Place of the pair among the 45 by errors, from 1, with its 95 % interval: compatible with comparisons with each other pair (exact binomial tests at 5 % together)."
        ),
        PublicationHelp("RUN.SPLIT.pair.3-5.share", help: "The same as a share of the images of both digits."),
        PublicationHelp(
            "RUN.SPLIT.read.5-as-3.share", help: "Share of the images of the first digit that are read as the second."),
        PublicationHelp("RUN.SPLIT.read.5-as-3.errors", help: "Images of the first digit that are read as the second."),
        PublicationHelp(
            "RUN.SPLIT.most-confused-pair", help: "The pair with most errors, such as “4 and 9”; of equals the first."),
        PublicationHelp("RUN.SPLIT.most-confused-pair-errors", help: "Its errors."),
        PublicationHelp("RUN.SPLIT.pairs-with-errors", help: "Number of pairs that are confused at least once."),
    ]

    private let run: CellReference<TrainedRun>
    private let split: Split
    private let limit: Int

    init(_ arguments: DirectiveArguments) throws(Diagnostic) {
        run = arguments[Self.run]
        split = arguments[Self.split]
        limit = arguments[Self.limit]
    }

    var publications: [Publication] {
        let nothing = ConfusedPair.ranked(ConfusionMatrix(labels: [], predicted: []))
        return values(nothing).publications
    }

    private func values(_ pairs: [ConfusedPair]) -> ValueList {
        let path = [run.label, split.rawValue]
        var values = ValueList(
            under: path,
            [
                "pairs-with-errors": .integer(pairs.count { $0.errors > 0 }),
                "most-confused-pair": .text(pairs[0].pathPart.replacing("-", with: " and ")),
                "most-confused-pair-errors": .integer(pairs[0].errors),
            ])
        for pair in pairs {
            values.append(
                ValueList(
                    under: path,
                    [
                        "pair.\(pair.pathPart).errors": .integer(pair.errors),
                        "pair.\(pair.pathPart).rank": .rank(pair.rank),
                        "pair.\(pair.pathPart).share": .proportion(
                            Proportion(successes: pair.errors, trials: pair.lowerImages + pair.upperImages)),
                        "read.\(pair.lower)-as-\(pair.upper).share": .proportion(
                            Proportion(successes: pair.lowerAsUpper, trials: pair.lowerImages)),
                        "read.\(pair.upper)-as-\(pair.lower).share": .proportion(
                            Proportion(successes: pair.upperAsLower, trials: pair.upperImages)),
                        "read.\(pair.lower)-as-\(pair.upper).errors": .integer(pair.lowerAsUpper),
                        "read.\(pair.upper)-as-\(pair.lower).errors": .integer(pair.upperAsLower),
                    ]))
        }
        return values
    }

    func run(in context: CellContext) async throws -> CellResult {
        let matrix = try await context.product(run).readings(of: split, in: context).matrix
        let pairs = ConfusedPair.ranked(matrix)
        let shown = pairs.filter { $0.errors > 0 }.prefix(limit)
        guard !shown.isEmpty else {
            return CellResult(
                outputs: [.text("\(run.label) reads all \(split.adjective) images rightly: no pair is confused.")],
                values: values(pairs).byPath)
        }
        let table = Table(
            title: "Pairs of digits that \(run.label) confuses most often, \(split.adjective) images",
            columns: [
                Table.Column("Rank, 95\u{00A0}% interval"), Table.Column("Pair", .center), Table.Column("Errors"),
                Table.Column("Share of all errors"), Table.Column("Each direction", .leading),
            ],
            rows: shown.map { pair in
                [
                    .estimate(Double(pair.rank.place), .integer, interval: pair.rank.interval), .text(pair.phrase),
                    .number(Double(pair.errors), .integer),
                    .number(Double(pair.errors) / Double(matrix.errors), .percent(1)), .text(directions(of: pair)),
                ]
            })
        return CellResult(outputs: [.table(table)], values: values(pairs).byPath)
    }

    private func directions(of pair: ConfusedPair) -> String {
        let directions = [
            (pair.lower, pair.upper, pair.lowerAsUpper), (pair.upper, pair.lower, pair.upperAsLower),
        ]
        return directions.sorted { $0.2 > $1.2 }.map { "\($0.0) as \($0.1): \($0.2)" }.joined(separator: ", ")
    }
}
