import Foundation
import NotebookCore
import NotebookEngine
import NotebookSyntax
import Testing

/// A run of a small notebook with something of everything that exports have to write.
enum ExportSample {
    static func run(_ text: String) async throws -> Run {
        let vocabulary = Vocabulary([ShowDirective.self, ClaimsDirective.self])
        let reading = NotebookReader(vocabulary: vocabulary).read(text, file: "notebooks/sample.md")
        let notebook = try #require(reading.notebook, "\(reading.diagnostics)")
        let environment = RunEnvironment(
            version: "1.2.3", operatingSystem: "Linux", processor: "a processor", kernels: "plain", threads: 2,
            seed: 7, parameters: ["epochs": "20"])
        return await Runner(settings: RunSettings(), environment: environment).run(notebook)
    }

    static let text = """
        ---
        title: A *sample*
        author: Somebody
        ---

        The accuracy is `= percent(first.accuracy, 2)`; see [](#fig-first), [the table](#tbl-first) and `code`.[^a]

        ```show first
        what: [table, chart, images, text]
        caption: Shown by a cell | with bars
        ```

        ## After it

        A [reference] and <b>raw</b> text.

        ```show
        what: [text]
        echo: no
        ```

        ```claims
        claims:
          - claim: It reads well
            reported: 99.08%
            measured: first.accuracy
        ```

        [reference]: https://example.org/

        [^a]: With `= first.accuracy`.
        """
}

/// Shows what its options name.
struct ShowDirective: Directive {
    enum Kind: String, CaseIterable { case table, chart, images, text }

    static let name = "show"
    static let summary = "Shows what a test asks for."
    static let example = ""
    static let version = 1
    static let what = Option("what", .list(of: OptionType<Kind>.choice), help: "")
    static let options: [any AnyOption] = [what]

    private let label: String?
    private let kinds: [Kind]

    init(_ arguments: DirectiveArguments) {
        label = arguments.label
        kinds = arguments[Self.what]
    }

    var publications: [Publication] { label.map { [Publication(ValuePath("\($0).accuracy"))] } ?? [] }

    func run(in context: CellContext) -> CellResult {
        var result = CellResult(outputs: kinds.map(Self.output), notes: ["a `remark`"])
        if let label {
            result.values[ValuePath("\(label).accuracy")] = .proportion(Proportion(successes: 9908, trials: 10_000))
            result.provenance = DataProvenance(summary: "drawn digits", substituteFor: "MNIST")
        }
        return result
    }

    private static func output(_ kind: Kind) -> CellOutput {
        switch kind {
        case .text: .text("A closing_remark.")
        case .table:
            .table(
                Table(
                    title: "Results", columns: [.init("Split", .leading), .init("Accuracy")],
                    rows: [
                        [
                            .text("test | <b>"),
                            .proportion(
                                Proportion(successes: 9908, trials: 10_000), decimals: 2, showsInterval: true),
                        ]
                    ], summaryRows: [[.text("all"), .missing]]))
        case .chart:
            .chart(
                Chart(
                    title: "Loss by epoch", alternativeText: "The loss falls from 2 to 1.",
                    kind: .line(
                        LineChart(
                            x: Axis("Epoch", format: .integer), y: Axis("Loss", format: .fixed(1)),
                            series: [.init("loss", [.init(x: 1, y: 2), .init(x: 2, y: 1)])]))))
        case .images:
            .images(
                ImageGrid(
                    title: "Digits",
                    items: (0..<3).map { number in
                        ImageGrid.Item(
                            image: GreyImage(width: 2, height: 2, pixels: [0, 255, 128, UInt8(number)]),
                            caption: "\(number) read as 3", alternativeText: "digit \(number)")
                    }, columns: 2))
        }
    }
}
