import Foundation
import NotebookCore
import Synchronization

struct CountProduct: CellProduct {
    static let kind = "count"
    let total: Int

    func archived() -> Data { Data(String(total).utf8) }
}

/// Counts upwards by ones, leaving a checkpoint after each; its measurement differs in every run.
struct CountingDirective: Directive {
    static let name = "count"
    static let summary = "Counts."
    static let example = ""
    static let version = 1
    static let labelRule = LabelRule.required
    static let options: [any AnyOption] = [start, steps, from]
    static let extendingOptions: [any AnyOption] = [steps]
    static let unmentionedReferences: [any AnyOption] = [from]
    static let product: (any CellProduct.Type)? = CountProduct.self
    static let start = Option("start", .integer(in: 0...1000), default: 0, help: "Where to start.")
    static let steps = Option("steps", .integer(in: 0...1000), default: 3, help: "How far to count.")
    static let from = Option(optional: "from", .list(of: .cell(CountProduct.self)), help: "What to start from besides.")

    let label: String
    let start: Int
    let steps: Int
    let from: [CellReference<CountProduct>]

    init(_ arguments: DirectiveArguments) {
        label = arguments.label ?? ""
        start = arguments[Self.start]
        steps = arguments[Self.steps]
        from = arguments[Self.from] ?? []
    }

    var publications: [Publication] {
        [Publication(ValuePath([label, "total"])), Publication(ValuePath([label, "run"]), .measurement)]
    }

    private static let runs = Mutex(0)

    func run(in context: CellContext) async throws -> CellResult {
        var total = start
        for other in from { total += try await context.product(other).total }
        let known = context.checkpoints.load().compactMap { Int(String(decoding: $0, as: UTF8.self)) }
        var step = known.filter { $0 <= steps }.max() ?? 0
        total += step
        while step < steps {
            step += 1
            total += 1
            context.checkpoints.save(Data(String(step).utf8))
            context.report(.milestone("step \(step)"))
            try Task.checkCancellation()
        }
        let run = Self.runs.withLock { runs in
            runs += 1
            return runs
        }
        return CellResult(
            outputs: [.text("counted to \(total) in run \(run)")],
            values: [ValuePath([label, "total"]): .integer(total)],
            measurements: [ValuePath([label, "run"]): Double(run)], product: CountProduct(total: total))
    }

    func restoreProduct(from archive: Data, in context: CellContext) throws -> any CellProduct {
        guard let total = Int(String(decoding: archive, as: UTF8.self)) else { throw NoNumber() }
        return CountProduct(total: total)
    }

    struct NoNumber: Error {}
}
