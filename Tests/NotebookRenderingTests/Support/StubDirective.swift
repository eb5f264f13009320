import Foundation
import NotebookCore

/// A directive whose cells give what the test asks for.
struct StubDirective: Directive {
    enum Kind: String, CaseIterable {
        case nothing, table, chart, images, answers, confusion, curve, everything, hostile, failing, unmet
    }

    struct Product: CellProduct {
        static let kind = "stub"
    }

    static let name = "stub"
    static let summary = "Gives what a test asks for."
    static let example = ""
    static let version = 1
    static let kind = Option("kind", OptionType<Kind>.choice, default: .nothing, help: "")
    static let needs = Option(optional: "needs", .cell(Product.self), help: "")
    static let data = Option(optional: "data", .text, help: "")
    static let options: [any AnyOption] = [kind, needs, data]
    static let product: (any CellProduct.Type)? = Product.self

    private let label: String?
    private let kind: Kind
    private let data: String?

    init(_ arguments: DirectiveArguments) {
        label = arguments.label
        kind = arguments[Self.kind]
        data = arguments[Self.data]
    }

    var publications: [Publication] {
        guard let label else { return [] }
        return [Publication(ValuePath("\(label).accuracy")), Publication(ValuePath("\(label).seconds"), .measurement)]
    }

    func run(in context: CellContext) throws -> CellResult {
        if kind == .failing {
            throw CellFailure("the loss of `\(label ?? "")` is <not> finite", remedy: "Lower `rate`.")
        }
        var result = CellResult(outputs: outputs, product: Product())
        if let label {
            result.values[ValuePath("\(label).accuracy")] = .proportion(Proportion(successes: 9908, trials: 10_000))
            result.measurements[ValuePath("\(label).seconds")] = 75
        }
        if kind == .unmet { result.failedExpectations = ["Test accuracy: expected >= 98%, measured 97%"] }
        switch data {
        case "substitute":
            result.provenance = DataProvenance(summary: "synthetic digits", substituteFor: "MNIST")
        case let summary?:
            result.provenance = DataProvenance(summary: summary, digests: ["train.gz": "440fcabf"])
        case nil:
            break
        }
        return result
    }

    private var outputs: [CellOutput] {
        switch kind {
        case .nothing, .failing, .unmet: []
        case .table: [.table(Self.table)]
        case .chart: [.chart(Self.chart("Loss by epoch"))]
        case .images: [.images(Self.images("Two digits"))]
        case .answers: [.images(Self.answers)]
        case .confusion: [.chart(Self.confusion)]
        case .curve: [.chart(Self.chart("Loss by epoch")), .table(Self.epochs)]
        case .everything:
            [
                .table(Self.table), .chart(Self.chart("Loss by epoch")), .chart(Self.chart("Loss again")),
                .images(Self.images("Two digits")), .text("A closing remark."),
            ]
        case .hostile: Self.hostileOutputs
        }
    }

    private static let table = Table(
        title: "Results",
        columns: [.init("Split", .leading), .init("Accuracy"), .init("Seconds"), .init("Verdict", .leading)],
        rows: [
            [
                .text("test"),
                .proportion(Proportion(successes: 9908, trials: 10_000), decimals: 2, showsInterval: true),
                .measurement(75, .duration), .verdict(.reproduced),
            ],
            [.text("validation"), .number(0.9912, .percent(2)), .missing, .verdict(.notTested)],
        ],
        summaryRows: [[.text("All"), .number(.nan, .integer), .missing, .verdict(.notReproduced)]])

    private static func chart(_ title: String) -> Chart {
        let axis = Axis(title, format: .integer)
        return Chart(
            title: title, alternativeText: "It falls.",
            kind: .line(LineChart(x: axis, y: axis, series: [.init(title, [.init(x: 1, y: 2), .init(x: 2, y: 1)])])))
    }

    /// Holds the numbers of `chart`.
    private static let epochs = Table(
        title: "Epochs", columns: [.init("Epoch"), .init("Loss"), .init("Seconds")],
        rows: [
            [.number(1, .integer), .number(2, .integer), .measurement(3, .duration)],
            [.number(2, .integer), .number(1, .integer), .measurement(4, .duration)],
        ])

    private static func images(_ title: String) -> ImageGrid {
        let image = GreyImage(width: 2, height: 2, pixels: [0, 255, 128, 0])
        return ImageGrid(
            title: title,
            items: [
                .init(image: image, caption: title, alternativeText: title),
                .init(image: GreyImage(width: 0, height: 0, pixels: []), caption: "no pixels", alternativeText: ""),
            ])
    }

    /// The first of the two is also an image of `images`.
    private static let answers = ImageGrid(
        title: "Failures",
        items: [
            .init(
                image: GreyImage(width: 2, height: 2, pixels: [0, 255, 128, 0]), caption: "1 read as 0",
                alternativeText: "A 1", trueClass: 1, predictedClass: 0, probabilities: [0.75, 0.25]),
            .init(
                image: GreyImage(width: 2, height: 2, pixels: [255, 0, 0, 255]), caption: "0 read as 1",
                alternativeText: "A 0", trueClass: 0, predictedClass: 1, probabilities: [0.0004, 0.9996]),
        ])

    private static let confusion = Chart(
        title: "Confusion", alternativeText: "One error.",
        kind: .heatMap(
            HeatMap(
                rowTitle: "True digit", columnTitle: "Read as", rows: ["0", "1"], columns: ["0", "1"],
                counts: [[5, 0], [1, 4]],
                examples: [
                    .init(row: 1, column: 0, title: "1 read as 0, 1 image", items: Array(answers.items.prefix(1)))
                ])))

    private static var hostileOutputs: [CellOutput] {
        let text = hostileText
        let table = Table(title: text, columns: [.init(text, .leading)], rows: [[.text(text)]])
        return [.table(table), .chart(chart(text)), .images(images(text)), .text(text)]
    }

    /// Markup, quotes, an emoji, text that runs to the left, and length.
    static let hostileText =
        #"</title></style><script>alert(1)</script><img src=x onerror="a">&'" 👩‍🔬 שלום "#
        + String(repeating: "long", count: 1250)
}
