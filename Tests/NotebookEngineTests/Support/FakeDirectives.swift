import NotebookCore

struct FakeProduct: CellProduct {
    static let kind = "thing"
    let name: String
}

/// Does what its options say: publishes a number and random bits, fails, waits, or takes others' products.
struct FakeDirective: Directive {
    enum Behaviour: String, CaseIterable, Sendable { case succeed, fail, cancel, substitute }

    static let name = "fake"
    static let summary = "Does what it is told."
    static let example = ""
    static let version = 1
    static let labelRule = LabelRule.required
    static let drawsRandomNumbers = true
    static let options: [any AnyOption] = [behaviour, needs, stream]
    static let product: (any CellProduct.Type)? = FakeProduct.self
    static let behaviour = Option("behaviour", .choice, default: Behaviour.succeed, help: "What to do.")
    static let needs = Option(optional: "needs", .list(of: .cell(FakeProduct.self)), help: "What to wait for.")
    static let stream = Option(optional: "stream", .label(ofDirective: "fake"), help: "Whose stream to use.")

    let label: String
    let behaviour: Behaviour
    let needs: [CellReference<FakeProduct>]
    let streamLabel: String?

    init(_ arguments: DirectiveArguments) {
        label = arguments.label ?? ""
        behaviour = arguments[Self.behaviour]
        needs = arguments[Self.needs] ?? []
        streamLabel = arguments[Self.stream]
    }

    var publications: [Publication] {
        [
            Publication(ValuePath([label, "bits"])), Publication(ValuePath([label, "undefined"])),
            Publication(ValuePath([label, "seconds"]), .measurement),
        ]
    }

    func run(in context: CellContext) async throws -> CellResult {
        context.report(.milestone("at work"))
        switch behaviour {
        case .fail: throw CellFailure("it was told to fail", remedy: "Tell it to succeed.")
        case .cancel: throw CancellationError()
        case .succeed, .substitute: break
        }
        var names: [String] = []
        for reference in needs { names.append(try await context.product(reference).name) }
        names.append(label)
        return CellResult(
            outputs: [.text(names.joined(separator: "+"))],
            values: [
                ValuePath([label, "bits"]): .text(String(context.randomKey(for: "bits"), radix: 16)),
                ValuePath([label, "undefined"]): .number(.nan),
            ],
            measurements: [ValuePath([label, "seconds"]): 1.5],
            product: FakeProduct(name: names.joined(separator: "+")),
            provenance: behaviour == .substitute ? DataProvenance(summary: "drawn", substituteFor: "photographs") : nil)
    }
}
