import NotebookCore

/// `show-failures`: the images that are read wrongly.
struct ShowFailuresDirective: Directive {
    /// In which order failures are shown.
    enum Order: String, Sendable, CaseIterable {
        case mostConfident = "most-confident"
        case leastConfident = "least-confident"
        case stored
    }

    static let name = "show-failures"
    static let summary = "Shows images that a trained run reads wrongly, with what it reads and how confident it is."
    static let discussion = """
        Confidence is the probability that the network gives to the digit it reads. Without `pair`, `digit` or \
        `confidence` all failures of the split are candidates; several of these options together narrow the choice.
        """
    static let example = """
        ```show-failures
        run: baseline
        pair: 5-3
        near: 68%
        limit: 12
        ```
        """
    static let version = 1
    static let numberedOutputs: Set<CellOutput.Numbering> = [.figure]

    static let run = Option("run", .cell(TrainedRun.self), help: "Label of the train cell.")
    static let split = Option("split", OptionType<Split>.choice, default: .test, help: "Split to read.")
    static let pair = Option(
        optional: "pair", .digitPair, help: "Only digits of the first class that are read as the second: `5-3`.")
    static let bothDirections = Option(
        "both-directions", .boolean, default: false, help: "Whether `pair` counts the other way round as well.")
    static let digit = Option(
        optional: "digit", .integer(in: 0...9), help: "Only images that show this digit.")
    static let confidence = Option(
        optional: "confidence", .percentRange, help: "Only failures whose confidence lies in this range: `50%-70%`.")
    static let order = Option(
        "order", OptionType<Order>.choice, default: .mostConfident,
        help: "Which failures come first; `stored` keeps the order of the data set.")
    static let near = Option(
        optional: "near", .fraction(below: 1),
        help: "Failures whose confidence is nearest to this share come first: `68%`.")
    static let limit = Option("limit", .integer(in: 1...500), default: 12, help: "Most images to show.")
    static let options: [any AnyOption] = [
        run, split, pair, bothDirections, digit, confidence, order, near, limit,
    ]

    private let run: CellReference<TrainedRun>
    private let split: Split
    private let filter: FailureFilter
    private let order: FailureOrder
    private let limit: Int

    init(_ arguments: DirectiveArguments) throws(Diagnostic) {
        run = arguments[Self.run]
        split = arguments[Self.split]
        limit = arguments[Self.limit]
        let pair = arguments[Self.pair]
        if pair == nil, arguments.isGiven(Self.bothDirections) {
            throw Diagnostic(
                at: arguments.location(of: Self.bothDirections), "`both-directions` has no use without `pair`",
                remedy: "Add `pair: 5-3`, or leave `both-directions` out.")
        }
        if pair != nil, arguments.isGiven(Self.digit) {
            throw Diagnostic(
                at: arguments.location(of: Self.digit), "`digit` and `pair` exclude each other",
                remedy: "Leave one of them out; `pair` names the true digit already.")
        }
        if arguments.isGiven(Self.near), arguments.isGiven(Self.order) {
            throw Diagnostic(
                at: arguments.location(of: Self.order), "`order` and `near` exclude each other",
                remedy: "Leave one of them out.")
        }
        filter = FailureFilter(
            pairs: pair.map { arguments[Self.bothDirections] ? [$0, $0.reversed] : [$0] } ?? [],
            trueDigit: arguments[Self.digit], confidence: arguments[Self.confidence])
        order =
            if let near = arguments[Self.near] {
                .nearest(near)
            } else {
                switch arguments[Self.order] {
                case .mostConfident: .mostConfident
                case .leastConfident: .leastConfident
                case .stored: .stored
                }
            }
    }

    func run(in context: CellContext) async throws -> CellResult {
        let readings = try await context.product(run).readings(of: split, in: context)
        let failures = order.sorted(filter.failures(in: readings), in: readings)
        guard !failures.isEmpty else {
            return CellResult(outputs: [
                .text("\(run.label) has no \(description) among the \(split.adjective) images.")
            ])
        }
        let shown = failures.prefix(limit)
        let extent =
            shown.count < failures.count
            ? "\(Wording.count(shown.count)) of \(Wording.count(failures.count))" : Wording.count(failures.count)
        let grid = ImageGrid(
            title: "\(extent) \(description) of \(run.label), \(split.adjective) images",
            items: shown.map(readings.item))
        return CellResult(outputs: [.images(grid)])
    }

    private var description: String { ["failures", filter.phrase].filter { !$0.isEmpty }.joined(separator: " ") }
}
