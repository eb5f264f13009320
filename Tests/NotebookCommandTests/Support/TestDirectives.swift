import Foundation
import NotebookCore

/// Adds numbers up; publishes `LABEL.total`.
struct TotalDirective: Directive {
    static let name = "total"
    static let summary = "Adds whole numbers up."
    static let discussion = "The numbers may be negative, as long as there is at least one of them."
    static let example = """
        ```total sum
        numbers: [1, 2]
        ```
        """
    static let version = 1
    static let labelRule = LabelRule.required
    static let options: [any AnyOption] = [numbers, scale]
    static let publicationHelp = [
        PublicationHelp("LABEL.total", help: "The sum."),
        PublicationHelp("LABEL.seconds", .measurement, help: "How long it took."),
    ]

    private static let numbers = Option(
        "numbers", .list(of: .integer(in: -1000...1000)), help: "What is added up.")
    private static let scale = Option("scale", .integer(in: 1...10), default: 1, help: "A factor for each number.")

    private let label: String
    private let total: Int

    init(_ arguments: DirectiveArguments) {
        label = arguments.label ?? ""
        total = arguments[Self.numbers].reduce(0, +) * arguments[Self.scale]
    }

    var publications: [Publication] {
        [Publication(ValuePath([label, "seconds"]), .measurement), Publication(ValuePath([label, "total"]))]
    }

    func run(in context: CellContext) -> CellResult {
        context.report(.milestone("adding up"))
        return CellResult(
            outputs: [.text("The total is \(total).")], values: [ValuePath([label, "total"]): .integer(total)],
            measurements: [ValuePath([label, "seconds"]): 0.5], notes: total == 0 ? ["nothing to add up"] : [])
    }
}

/// Fails while it runs.
struct FailDirective: Directive {
    static let name = "fail"
    static let summary = "Fails."
    static let example = """
        ```fail
        ```
        """
    static let version = 1
    static let options: [any AnyOption] = []

    private let label: String?

    init(_ arguments: DirectiveArguments) {
        label = arguments.label
    }

    var publications: [Publication] { label.map { [Publication(ValuePath([$0, "total"]))] } ?? [] }

    func run(in context: CellContext) throws -> CellResult {
        throw CellFailure("the file `digits.gz` is cut off", remedy: "Fetch it again.")
    }
}

/// Runs until it is cancelled, or a file is there.
struct WaitDirective: Directive {
    static let name = "wait"
    static let summary = "Waits for a file, or to be interrupted."
    static let example = """
        ```wait
        ```
        """
    static let version = 1
    static let options: [any AnyOption] = [file]

    private static let file = Option(optional: "file", .text, help: "Path of the file.")

    private let file: String?

    init(_ arguments: DirectiveArguments) {
        file = arguments[Self.file]
    }

    func run(in context: CellContext) async throws -> CellResult {
        context.report(.milestone("waiting"))
        while file.map({ access($0, F_OK) != 0 }) ?? true { try await Task.sleep(for: .milliseconds(5)) }
        return CellResult(outputs: [.text("The file is there.")])
    }
}
