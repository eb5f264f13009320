package import Foundation

/// A kind of cell: one declaration from which checking, documentation and execution all follow.
package protocol Directive: Sendable {
    /// The word that opens the cell's fence, in kebab-case.
    static var name: String { get }
    /// What a cell of this kind does, in one sentence.
    static var summary: String { get }
    /// Further paragraphs for `notebook directives NAME`; may be empty.
    static var discussion: String { get }
    /// A cell as a notebook would write it, fence included.
    static var example: String { get }
    /// Raised whenever the same options would give other results than before.
    static var version: Int { get }
    static var labelRule: LabelRule { get }
    /// The options that change the result. Those that change how it is shown are common to all directives.
    static var options: [any AnyOption] { get }
    /// Documentation of the published paths, with placeholders: `RUN.test.accuracy`.
    static var publicationHelp: [PublicationHelp] { get }
    /// The options in which the words at the placeholders of published paths stand, by the placeholder. One that is left
    /// out is the cell's label.
    static var placeholderOptions: [String: [any AnyOption]] { get }
    /// What the cells may show with a number. Prose refers to it before anything has run.
    static var numberedOutputs: Set<CellOutput.Numbering> { get }
    /// Ends of published paths that were called otherwise before, with what they are called now.
    static var renamedPublications: [String: String] { get }
    /// What a cell makes for others to use; nil where it makes nothing.
    static var product: (any CellProduct.Type)? { get }
    /// Whether the result depends on the random stream of the cell. Only then may it ask for random keys.
    static var drawsRandomNumbers: Bool { get }
    /// Options that name cells whose labels the result does not mention, so that renaming those changes nothing.
    static var unmentionedReferences: [any AnyOption] { get }
    /// Options that only say how `find` searches: the result depends on what it finds, not on them.
    static var searchOptions: [any AnyOption] { get }
    /// The option from which `streamLabel` comes: the result depends on the random stream, not on who names it.
    static var streamOption: (any AnyOption)? { get }
    /// Options on which checkpoints do not depend: whatever their value, work goes on from the same checkpoint.
    static var extendingOptions: [any AnyOption] { get }

    /// Takes the options of one cell; throws where they contradict each other.
    init(_ arguments: DirectiveArguments) throws(Diagnostic)

    /// The paths that this cell publishes, the most telling first: lists of cells show that one.
    var publications: [Publication] { get }
    /// The label whose random stream the cell draws from; nil for its own.
    var streamLabel: String? { get }
    /// What does not fit between this cell and those that it refers to, as far as their options tell.
    func problems(with cells: ReferencedCells) -> [Diagnostic]

    /// What is wrong in view of the units of the values that the options name, where `lookup` tells them.
    func check(unitsBy lookup: (ValuePath) -> Unit?) -> [Diagnostic]

    /// Looks for what the result depends on outside the notebook, such as files. Always done, before it is known
    /// whether the result has been kept; throws as `run` does.
    func find(in context: CellContext) async throws -> CellFindings
    /// Does the work. Throws `CellFailure` for what a user can mend, `CancellationError` when cancelled.
    func run(in context: CellContext) async throws -> CellResult
    /// Makes the product of a kept result again, from what its `archived()` gave.
    func restoreProduct(from archive: Data, in context: CellContext) async throws -> any CellProduct
}

extension Directive {
    package static var discussion: String { "" }
    package static var labelRule: LabelRule { .optional }
    package static var publicationHelp: [PublicationHelp] { [] }
    package static var numberedOutputs: Set<CellOutput.Numbering> { [.figure, .table] }
    package static var renamedPublications: [String: String] { [:] }
    package static var product: (any CellProduct.Type)? { nil }
    package static var drawsRandomNumbers: Bool { false }
    package static var unmentionedReferences: [any AnyOption] { [] }
    package static var searchOptions: [any AnyOption] { [] }
    package static var streamOption: (any AnyOption)? { nil }
    package static var extendingOptions: [any AnyOption] { [] }
    package var publications: [Publication] { [] }
    package var streamLabel: String? { nil }
    package func check(unitsBy lookup: (ValuePath) -> Unit?) -> [Diagnostic] { [] }
    package func problems(with cells: ReferencedCells) -> [Diagnostic] { [] }

    /// By name: `RUN` stands for what `run` or `runs` names.
    package static var placeholderOptions: [String: [any AnyOption]] {
        Dictionary(
            options.flatMap { option in
                let name = option.name.uppercased()
                return (name.hasSuffix("S") ? [name, String(name.dropLast())] : [name]).map { ($0, [option]) }
            }
        ) { first, _ in first }
    }
    package func find(in context: CellContext) -> CellFindings { CellFindings() }

    /// Does the work again, which is right for products that are made in a moment.
    package func restoreProduct(from archive: Data, in context: CellContext) async throws -> any CellProduct {
        guard let product = try await run(in: context).product else {
            preconditionFailure("\(Self.name) makes no product")
        }
        return product
    }
}

/// Whether the cells of a directive carry a label.
package enum LabelRule: String, Sendable {
    /// Every cell needs one: it draws random numbers, publishes under its label, or exists to be referred to.
    case required
    case optional
}

/// Something that a cell makes for other cells, such as a data set or a trained run.
package protocol CellProduct: Sendable {
    /// What it is, for messages: "data set".
    static var kind: String { get }
    /// What the store keeps of it for `Directive.restoreProduct`; nothing where the cell's options suffice.
    func archived() throws -> Data
}

extension CellProduct {
    package func archived() -> Data { Data() }
}

/// The label and options of one cell, as its directive takes them.
package struct DirectiveArguments: Sendable {
    /// The cell's label; never nil where the directive requires one.
    package let label: String?
    /// The place of the cell's opening fence.
    package let location: SourceLocation
    private let readings: [String: OptionReading]
    private let locations: [String: SourceLocation]

    package init(
        label: String?, location: SourceLocation,
        readings: [String: OptionReading], locations: [String: SourceLocation]
    ) {
        self.label = label
        self.location = location
        self.readings = readings
        self.locations = locations
    }

    /// The value of an option that the directive declares.
    package subscript<Value>(_ option: Option<Value>) -> Value {
        guard let value = readings[option.name]?.value as? Value else {
            preconditionFailure("`\(option.name)` is not among the options that the directive declares")
        }
        return value
    }

    /// Whether the notebook writes the option, be it with its default.
    package func isGiven(_ option: any AnyOption) -> Bool { locations[option.name] != nil }

    /// The place of an option's value, or of the cell where the option is left out.
    package func location(of option: any AnyOption) -> SourceLocation {
        locations[option.name] ?? location
    }
}
