import DigitData
import Foundation
import NeuralNetwork
import NotebookCore

/// `dataset`: gets images of digits and divides them.
struct DatasetDirective: Directive {
    /// Where the images come from.
    enum Source: String, Sendable, CaseIterable {
        case mnist, synthetic
    }

    /// What stands in where MNIST cannot be had.
    enum Fallback: String, Sendable, CaseIterable {
        case none, synthetic
    }

    static let name = "dataset"
    static let summary = "Gets images of handwritten digits and divides them into training, validation and test images."
    static let discussion = """
        MNIST comes from the folder that `--data` names, else from `MNIST_DIR`, else from the cache folder, else from a \
        download. A folder that is named is final: an error in it is an error, never another data set. Only with \
        `fallback: synthetic` does the program draw digits itself where MNIST cannot be had; claims about MNIST then \
        do not apply, and the page says so at its top.

        Validation images are held out of the training images, each digit in proportion. The division follows the \
        notebook's seed and the cell's label. Limits are applied after the division, so that a smaller training set is \
        validated on the same images.
        """
    static let example = """
        ```dataset digits
        source: mnist
        fallback: synthetic
        validation: 20%
        ```
        """
    static let version = 2
    static let numberedOutputs: Set<CellOutput.Numbering> = []
    static let labelRule = LabelRule.required
    static let drawsRandomNumbers = true
    static let product: (any CellProduct.Type)? = DataSet.self

    static let source = Option(
        "source", OptionType<Source>.choice, default: .mnist,
        help: "`mnist`, or `synthetic` for digits that the program draws from stroke skeletons.")
    static let fallback = Option(
        "fallback", OptionType<Fallback>.choice, default: .none,
        help: "What stands in where MNIST is neither on this machine nor to be downloaded.")
    static let validation = Option(
        "validation", .fraction(below: 1), default: 0.2,
        help: "Share of the training images to hold out for validation.")
    static let trainingLimit = Option(
        optional: "training-limit", .integer(in: 1...60_000),
        help: "Most training images to keep, each digit in proportion; all where left out.")
    static let validationLimit = Option(
        optional: "validation-limit", .integer(in: 1...60_000),
        help: "Most validation images to keep, each digit in proportion; all where left out.")
    static let testLimit = Option(
        optional: "test-limit", .integer(in: 1...10_000),
        help: "Most test images to keep, each digit in proportion; all where left out.")
    static let searchOptions: [any AnyOption] = [fallback]
    static let options: [any AnyOption] = [source, fallback, validation, trainingLimit, validationLimit, testLimit]

    static let publicationHelp = [
        PublicationHelp("DATA.training.images", help: "Number of training images, validation images left out."),
        PublicationHelp("DATA.validation.images", help: "Number of validation images."),
        PublicationHelp("DATA.test.images", help: "Number of test images."),
        PublicationHelp("DATA.classes", help: "Number of classes."),
    ]

    /// The shape of MNIST's images, and of the digits that the program draws.
    static let imageShape = ImageShape(height: 28, width: 28, channels: 1)

    private let label: String
    let source: Source
    private let fallback: Fallback
    private let validation: Double
    private let limits: [Split: Int]

    init(_ arguments: DirectiveArguments) throws(Diagnostic) {
        label = arguments.label ?? Self.name
        source = arguments[Self.source]
        fallback = arguments[Self.fallback]
        validation = arguments[Self.validation]
        limits = [
            .train: arguments[Self.trainingLimit], .validation: arguments[Self.validationLimit],
            .test: arguments[Self.testLimit],
        ].compactMapValues { $0 }
        if source == .synthetic, arguments.isGiven(Self.fallback) {
            throw Diagnostic(
                at: arguments.location(of: Self.fallback), "`fallback` has no use with `source: synthetic`",
                remedy: "Leave `fallback` out, or write `source: mnist`.")
        }
    }

    var publications: [Publication] {
        values(trainingCount: 0, validationCount: 0, testCount: 0).publications
    }

    private func values(trainingCount: Int, validationCount: Int, testCount: Int) -> ValueList {
        ValueList(
            under: [label],
            [
                "training.images": .integer(trainingCount), "validation.images": .integer(validationCount),
                "test.images": .integer(testCount), "classes": .integer(Digits.count),
            ])
    }

    /// Whether images are held out for validation.
    var hasValidationImages: Bool { validation > 0 }

    func find(in context: CellContext) async throws -> CellFindings {
        let located = try await locate(in: context)
        return CellFindings(
            inputs: located.origin.keyInputs, files: located.paths,
            provenance: Self.provenance(
                of: located.origin, askedFor: source, vouchedFor: context.settings.dataIdentity),
            content: located)
    }

    func run(in context: CellContext) async throws -> CellResult {
        guard let located = context.findings.content as? LocatedDataset else {
            preconditionFailure("a data set is located before it is read")
        }
        let origin = located.origin
        let data = try load(located, in: context)
        try Task.checkCancellation()
        return CellResult(
            outputs: [.text(description(of: data, origin: origin))],
            values: values(
                trainingCount: data.training.count, validationCount: data.validation.count, testCount: data.test.count
            ).byPath,
            product: data,
            provenance: context.findings.provenance,
            notes: located.notes)
    }

    /// Where the data come from. Where MNIST was asked for, whatever has not its digests is a substitute, unless the person
    /// vouches for the files.
    static func provenance(
        of origin: DataOrigin, askedFor source: Source, vouchedFor identity: String?
    ) -> DataProvenance {
        let summary: String
        let isMNIST: Bool
        switch origin {
        case .mnist: (summary, isMNIST) = (origin.summary, true)
        case .folder:
            isMNIST = identity == Source.mnist.rawValue
            summary = origin.summary + (isMNIST ? ", taken for MNIST (--data-is mnist)" : "")
        case .synthetic: (summary, isMNIST) = ("synthetic digits, drawn by the program", false)
        }
        return DataProvenance(
            summary: summary, substituteFor: source == .mnist && !isMNIST ? "MNIST" : nil,
            digests: Dictionary(uniqueKeysWithValues: origin.digests.map { ($0.key.rawValue, $0.value.hex) }))
    }

    private func locate(in context: CellContext) async throws -> LocatedDataset {
        let seed = context.randomKey(for: "synthetic-digits")
        guard source == .mnist else { return .synthetic(seed: seed) }
        let locator = DatasetLocator(
            dataFolder: context.settings.dataDirectory, environment: context.settings.environment,
            home: context.settings.environment["HOME"] ?? NSHomeDirectory(),
            digests: DigestSource { path, compute in
                FileDigest(hex: try context.digest(ofFile: path) { try compute().hex })
            })
        do {
            return try await locator.locate(fallback: fallback == .synthetic ? .synthetic(seed: seed) : .none) {
                progress in
                context.report(
                    .progress(
                        CellProgress(
                            fraction: Double(progress.received) / Double(max(1, progress.total)),
                            stage: "downloading \(progress.file)",
                            figures: [
                                CellProgress.Figure("received", NumberFormat.bytes.text(for: Double(progress.received)))
                            ]
                        )))
            }
        } catch let error as DatasetError {
            throw CellFailure(error)
        }
    }

    /// Reads or draws the images that the division keeps.
    private func load(_ located: LocatedDataset, in context: CellContext) throws -> DataSet {
        if case .synthetic(let seed, _) = located.origin { return try draw(SyntheticDigits(seed: seed), in: context) }
        context.report(.progress(CellProgress(fraction: nil, stage: "reading \(located.origin.summary)")))
        let loaded: DigitDataset
        do {
            loaded = try located.load()
        } catch {
            throw CellFailure(error)
        }
        let division = division(loaded.training.labels, loaded.test.labels, in: context)
        let training = LabeledImages(loaded.training)
        return DataSet(
            label: label, training: training.subset(division.training),
            validation: training.subset(division.validation),
            test: LabeledImages(loaded.test).subset(division.test))
    }

    private func draw(_ digits: SyntheticDigits, in context: CellContext) throws -> DataSet {
        let division = division(
            digits.labels(.training, count: SyntheticDigits.Part.training.count),
            digits.labels(.test, count: SyntheticDigits.Part.test.count), in: context)
        let threads = try context.device().threads
        let total = division.training.count + division.validation.count + division.test.count
        context.report(.progress(CellProgress(fraction: nil, stage: "drawing \(Wording.count(total, "digit"))")))
        func images(_ part: SyntheticDigits.Part, _ places: [Int]) -> LabeledImages {
            LabeledImages(digits.images(part, at: places, of: part.count, threads: threads))
        }
        return DataSet(
            label: label, training: images(.training, division.training),
            validation: images(.training, division.validation), test: images(.test, division.test))
    }

    private func division(
        _ trainingLabels: [UInt8], _ testLabels: [UInt8], in context: CellContext
    ) -> DataDivision {
        DataDivision(
            trainingLabels: trainingLabels, testLabels: testLabels, validation: validation, limits: limits,
            key: context.randomKey)
    }

    private func description(of data: DataSet, origin: DataOrigin) -> String {
        let source = origin.isSynthetic ? "Synthetic digits, drawn by the program" : origin.summary
        return "\(source): \(Wording.count(data.training.count)) training, \(Wording.count(data.validation.count)) "
            + "validation and \(Wording.count(data.test.count)) test images of \(data.shape) pixels."
    }
}

extension DataOrigin {
    /// What the result depends on: the files' content, or how digits are drawn. The seed is part of every key.
    fileprivate var keyInputs: [String: String] {
        if case .synthetic(_, let version) = self { return ["drawing of digits": "version \(version)"] }
        return Dictionary(uniqueKeysWithValues: digests.map { ("file \($0.key.rawValue)", $0.value.hex) })
    }
}

extension CellFailure {
    fileprivate init(_ error: DatasetError) {
        if case .nothingFound(let tried) = error {
            self.init(
                "\(error.cause): \(tried.joined(separator: "; "))", remedy: error.remedy + ".",
                concernsInputFiles: true)
        } else {
            self.init("\(error.place): \(error.cause)", remedy: error.remedy + ".", concernsInputFiles: true)
        }
    }
}
