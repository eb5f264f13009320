import NeuralNetwork
import NotebookCore

/// `explore-data`: looks at a data set before anything is trained.
struct ExploreDataDirective: Directive {
    static let name = "explore-data"
    static let summary =
        "Shows how many images of each digit there are, some of them, and the mean image of each digit."
    static let discussion = """
        Samples are the first images of each digit in the split, in the order of the data set; nothing is drawn at \
        random. The mean image shows each pixel's mean grey level over all images of the digit in the split.
        """
    static let example = """
        ```explore-data
        data: digits
        samples: 4
        ```
        """
    static let version = 1

    static let data = Option("data", .cell(DataSet.self), help: "Label of the dataset cell.")
    static let split = Option(
        "split", OptionType<Split>.choice, default: .train, help: "Split whose samples and mean images are shown.")
    static let samples = Option(
        "samples", .integer(in: 0...20), default: 4, help: "Images of each digit to show; 0 for none.")
    static let options: [any AnyOption] = [data, split, samples]

    static let publicationHelp = [
        PublicationHelp("DATA.class.5.images", help: "Images of the digit in all splits together; for each digit."),
        PublicationHelp(
            "DATA.SPLIT.class.5.images", help: "Images of the digit in one split: `training`, `validation` or `test`."),
    ]

    /// Every split is published, whichever is shown.
    static let placeholderOptions: [String: [any AnyOption]] = ["DATA": [data], "SPLIT": []]

    private let data: CellReference<DataSet>
    private let split: Split
    private let samples: Int

    init(_ arguments: DirectiveArguments) throws(Diagnostic) {
        data = arguments[Self.data]
        split = arguments[Self.split]
        samples = arguments[Self.samples]
    }

    var publications: [Publication] {
        let none = [Int](repeating: 0, count: Digits.count)
        return values(Dictionary(uniqueKeysWithValues: Split.allCases.map { ($0, none) })).publications
    }

    private func values(_ counts: [Split: [Int]]) -> ValueList {
        var values = ValueList(under: [], [:])
        for digit in Digits.all {
            let bySplit = Split.allCases.map { ($0, counts[$0, default: []][digit]) }
            let part = "class.\(digit).images"
            values.append(ValueList(under: [data.label], [part: .integer(bySplit.reduce(0) { $0 + $1.1 })]))
            for (split, count) in bySplit {
                values.append(ValueList(under: [data.label, split.adjective], [part: .integer(count)]))
            }
        }
        return values
    }

    func run(in context: CellContext) async throws -> CellResult {
        let set = try await context.product(data)
        let images = try set.images(of: split)
        let counts = Dictionary(uniqueKeysWithValues: Split.allCases.map { ($0, set[$0].countsByDigit) })
        var outputs: [CellOutput] = [.chart(chart(counts)), .table(table(counts))]
        if samples > 0 { outputs.append(.images(sampleGrid(images))) }
        outputs.append(.images(meanGrid(images)))
        return CellResult(outputs: outputs, values: values(counts).byPath)
    }

    private func chart(_ counts: [Split: [Int]]) -> Chart {
        let shown = Split.allCases.filter { counts[$0, default: []].contains { $0 > 0 } }
        let totals = Digits.all.map { digit in shown.reduce(0) { $0 + counts[$1, default: []][digit] } }
        let most = Digits.all.max { (totals[$0], -$0) < (totals[$1], -$1) } ?? 0
        let fewest = Digits.all.min { (totals[$0], $0) < (totals[$1], $1) } ?? 0
        return Chart(
            title: "Images of each digit in \(data.label), by split",
            alternativeText:
                "Images by digit: the most are of \(most), \(Wording.count(totals[most])) in all; the fewest of "
                + "\(fewest), \(Wording.count(totals[fewest])).",
            kind: .bar(
                BarChart(
                    categoryTitle: "Digit", categories: Digits.all.map(String.init),
                    value: Axis("Images", format: .integer, includesZero: true),
                    series: shown.map { split in
                        BarChart.Series(split.adjective, counts[split, default: []].map(Double.init))
                    })))
    }

    /// A row for each digit, because ten columns of thousands are too wide for a page.
    private func table(_ counts: [Split: [Int]]) -> Table {
        func row(_ name: String, _ numbers: [Int]) -> [Table.Cell] {
            [.text(name)] + (numbers + [numbers.reduce(0, +)]).map { .number(Double($0), .integer) }
        }
        let columns = Split.allCases.map { counts[$0, default: Digits.all.map { _ in 0 }] }
        return Table(
            title: "Images of each digit in \(data.label), by split",
            columns: [Table.Column("Digit", .leading)] + Split.allCases.map { Table.Column($0.adjective) }
                + [Table.Column("all")],
            rows: Digits.all.map { digit in row(String(digit), columns.map { $0[digit] }) },
            summaryRows: [row("all", columns.map { $0.reduce(0, +) })])
    }

    private func sampleGrid(_ images: LabeledImages) -> ImageGrid {
        let items = Digits.all.flatMap { digit in
            images.labels.indices.filter { Int(images.labels[$0]) == digit }.prefix(samples).map { index in
                ImageGrid.Item(
                    image: images.greyImage(at: index), caption: String(digit),
                    alternativeText: "A handwritten \(digit)", trueClass: digit)
            }
        }
        return ImageGrid(
            title: "The first \(split.adjective) images of each digit", items: items, columns: samples * 2)
    }

    private func meanGrid(_ images: LabeledImages) -> ImageGrid {
        let items = Digits.all.compactMap { digit in
            images.mean(ofDigit: digit).map { mean in
                ImageGrid.Item(
                    image: mean, caption: "mean \(digit)",
                    alternativeText: "The mean of all \(split.adjective) images of \(digit)", trueClass: digit)
            }
        }
        return ImageGrid(title: "The mean \(split.adjective) image of each digit", items: items, columns: Digits.count)
    }
}
