import NeuralNetwork
import NotebookCore

/// `model`: describes a network and counts what it holds.
struct ModelDirective: Directive {
    static let name = "model"
    static let summary = "Describes a network, convolutional or multilayer perceptron, and counts its parameters."
    static let discussion = """
        With `blocks` the network is convolutional: each block is a convolution, batch normalisation, ReLU and 2×2 max \
        pooling; then come flattening, a dense layer with ReLU for each number of `dense`, dropout, and the dense layer \
        that gives one logit for each digit. With `hidden` it is a multilayer perceptron: flattening, a dense layer \
        with ReLU for each number, dropout, and the last dense layer.

        Multiply–adds are those of convolutions and dense layers, for one image.
        """
    static let example = """
        ```model cnn
        input: 28x28x1
        blocks: [32, 64, 128]
        dense: 256
        dropout: 0.5
        ```
        """
    static let version = 2
    static let numberedOutputs: Set<CellOutput.Numbering> = [.table]
    static let labelRule = LabelRule.required
    static let product: (any CellProduct.Type)? = ModelDesign.self

    static let input = Option(
        "input", .imageShape, default: ImageShape(height: 28, width: 28, channels: 1),
        help: "Height, width and channels of the images that the network takes.")
    static let blocks = Option(
        optional: "blocks", .list(of: .integer(in: 1...4096)),
        help: "Filters of each convolutional block, first block first.")
    static let kernel = Option(
        "kernel", .integer(in: 1...63), default: 3, help: "Height and width of the filters; odd with `same` padding.")
    static let padding = Option(
        "padding", OptionType<LayerSpecification.Padding>.choice, default: .same,
        help: "`same` pads with zeros so that convolutions keep height and width; `valid` does not pad.")
    static let batchNormalization = Option(
        "batch-normalization", .boolean, default: true,
        help: "Whether batch normalisation follows each convolution.")
    static let pooling = Option(
        "pooling", .boolean, default: true, help: "Whether 2×2 max pooling ends each block.")
    static let dense = Option(
        optional: "dense", .list(of: .integer(in: 1...65_536)),
        help: "Units of each hidden dense layer after the blocks; none where left out.")
    static let hidden = Option(
        optional: "hidden", .list(of: .integer(in: 1...65_536)),
        help: "Units of each hidden layer of a multilayer perceptron; takes the place of `blocks` and `dense`.")
    static let dropout = Option(
        "dropout", .fraction(below: 1), default: 0,
        help: "Share of values that dropout zeroes just before the last layer while training.")
    static let options: [any AnyOption] = [
        input, blocks, kernel, padding, batchNormalization, pooling, dense, hidden, dropout,
    ]

    static let publicationHelp = [
        PublicationHelp("MODEL.parameters", help: "Trainable parameters of the whole network."),
        PublicationHelp("MODEL.convolution-parameters", help: "Those of the convolutions."),
        PublicationHelp(
            "MODEL.batch-normalization-parameters", help: "Those of batch normalisation: scales and shifts."),
        PublicationHelp("MODEL.dense-parameters", help: "Those of the dense layers."),
        PublicationHelp("MODEL.multiply-adds", help: "Multiply–adds for one image."),
        PublicationHelp("MODEL.weight-bytes", help: "Bytes of the parameters in single precision."),
        PublicationHelp("MODEL.flattened-features", help: "Values of one image after flattening."),
        PublicationHelp("MODEL.blocks", .setting, help: "Number of convolutional blocks, as set; 0 for a perceptron."),
        PublicationHelp("MODEL.block.1.filters", .setting, help: "Filters of a block, as set; for each block."),
        PublicationHelp("MODEL.hidden-layer.1.units", .setting, help: "Units of a hidden dense layer; for each."),
        PublicationHelp("MODEL.dropout", .setting, help: "The share that dropout zeroes, as set."),
    ]

    private let design: ModelDesign

    init(_ arguments: DirectiveArguments) throws(Diagnostic) {
        let label = arguments.label ?? Self.name
        let family: Option<[Int]?>
        let architecture: Result<Architecture, ArchitectureError>
        if let hidden = arguments[Self.hidden] {
            let convolutional: [any AnyOption] = [
                Self.blocks, Self.kernel, Self.padding, Self.batchNormalization, Self.pooling, Self.dense,
            ]
            for option in convolutional where arguments.isGiven(option) {
                throw Diagnostic(
                    at: arguments.location(of: option), "`\(option.name)` and `hidden` exclude each other",
                    remedy: "Leave `\(option.name)` out for a multilayer perceptron, or `hidden` for a "
                        + "convolutional network.")
            }
            family = Self.hidden
            architecture = Result { () throws(ArchitectureError) in
                try .perceptron(
                    input: arguments[Self.input], hidden: hidden, dropout: arguments[Self.dropout],
                    classes: Digits.count)
            }
        } else if let blocks = arguments[Self.blocks] {
            family = Self.blocks
            architecture = Result { () throws(ArchitectureError) in
                try .convolutional(
                    input: arguments[Self.input], blocks: blocks, kernel: arguments[Self.kernel],
                    padding: arguments[Self.padding], batchNormalization: arguments[Self.batchNormalization],
                    pooling: arguments[Self.pooling], dense: arguments[Self.dense] ?? [],
                    dropout: arguments[Self.dropout], classes: Digits.count)
            }
        } else {
            throw Diagnostic(
                at: arguments.location, "the model has neither `blocks` nor `hidden`",
                remedy: "Write `blocks: [32, 64, 128]` for a convolutional network or `hidden: [512, 256]` for a "
                    + "multilayer perceptron.")
        }
        do {
            design = ModelDesign(label: label, architecture: try architecture.get())
        } catch {
            throw Diagnostic(error, family: family, arguments)
        }
    }

    /// The shape of the images that the network takes.
    var inputShape: ImageShape { design.architecture.input }

    var publications: [Publication] { values.publications }

    private var summary: ModelSummary { design.architecture.summary }

    private var values: ValueList {
        let summary = summary
        func parameters(_ isCounted: (LayerSpecification) -> Bool) -> Value {
            .integer(
                zip(design.architecture.layers, summary.rows).filter { isCounted($0.0) }.reduce(0) {
                    $0 + $1.1.parameters
                })
        }
        let flattened = zip(design.architecture.layers, design.architecture.outputs).first { $0.0 == .flatten }
        var values = ValueList(
            under: [design.label],
            [
                "parameters": .integer(summary.parameters),
                "convolution-parameters": parameters { if case .convolution = $0 { true } else { false } },
                "batch-normalization-parameters": parameters { $0 == .batchNormalization },
                "dense-parameters": parameters { if case .dense = $0 { true } else { false } },
                "multiply-adds": .integer(summary.multiplyAdds),
                "weight-bytes": .integer(summary.weightBytes),
                "flattened-features": .integer(flattened?.1.count ?? 0),
            ],
            units: ["weight-bytes": .bytes])
        values.append(settings)
        return values
    }

    /// What the notebook has set, as opposed to what follows from it.
    private var settings: ValueList {
        let layers = design.architecture.layers
        let filters = layers.compactMap { if case .convolution(let filters, _, _) = $0 { filters } else { nil } }
        let units = layers.compactMap { if case .dense(let units) = $0 { units } else { nil } }.dropLast()
        let rate = layers.lazy.compactMap { if case .dropout(let rate) = $0 { rate } else { nil } }.first ?? 0
        let path = [design.label]
        var settings = ValueList(
            under: path, ["blocks": .integer(filters.count), "dropout": .number(rate)], units: ["dropout": .fraction],
            kind: .setting)
        for (index, count) in filters.enumerated() {
            settings.append(
                ValueList(under: path + ["block", String(index + 1)], ["filters": .integer(count)], kind: .setting))
        }
        for (index, count) in units.enumerated() {
            settings.append(
                ValueList(
                    under: path + ["hidden-layer", String(index + 1)], ["units": .integer(count)], kind: .setting))
        }
        return settings
    }

    func run(in context: CellContext) async throws -> CellResult {
        let summary = summary
        func row(_ name: String, _ output: Table.Cell, _ parameters: Int, _ multiplyAdds: Int) -> [Table.Cell] {
            [.text(name), output]
                + [parameters, multiplyAdds].map { $0 == 0 ? .missing : .number(Double($0), .integer) }
        }
        let table = Table(
            title: "Layers of \(design.label) for an input of \(design.architecture.input)",
            columns: [
                Table.Column("Layer", .leading), Table.Column("Output"), Table.Column("Parameters"),
                Table.Column("Multiply–adds"),
            ],
            rows: summary.rows.map { row($0.name, .text($0.output), $0.parameters, $0.multiplyAdds) },
            summaryRows: [row("all", .missing, summary.parameters, summary.multiplyAdds)])
        return CellResult(outputs: [.table(table)], values: values.byPath, product: design)
    }
}

extension Diagnostic {
    /// An architecture that does not work out, at the option that has to change.
    fileprivate init(_ error: ArchitectureError, family: Option<[Int]?>, _ arguments: DirectiveArguments) {
        let option: any AnyOption =
            switch error.cause {
            case .inputOutOfRange: ModelDirective.input
            case .evenKernel, .kernelExceedsInput: ModelDirective.kernel
            case .dropoutOutOfRange: ModelDirective.dropout
            default: family
            }
        let place = error.layer.flatMap { layer in error.specification.map { "layer \(layer) (\($0)): " } } ?? ""
        let remedy = error.cause.remedy
        self.init(
            at: arguments.location(of: arguments.isGiven(option) ? option : family), place + error.cause.summary,
            remedy: remedy.prefix(1).uppercased() + remedy.dropFirst() + ".")
    }
}
