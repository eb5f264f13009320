import NotebookCore

/// Publishes one value of every unit and kind under its label.
struct MeasureDirective: Directive {
    static let name = "measure"
    static let summary = "Measures."
    static let example = ""
    static let version = 1
    static let labelRule = LabelRule.required
    static let options: [any AnyOption] = []

    let label: String

    init(_ arguments: DirectiveArguments) {
        label = arguments.label ?? ""
    }

    private static let published: [(String, Publication.Kind, Unit)] = [
        ("accuracy", .value, .fraction), ("other", .value, .fraction), ("loss", .value, .number),
        ("errors", .value, .count), ("parameters", .value, .count), ("confidence", .value, .fraction),
        ("bytes", .value, .bytes), ("name", .value, .text), ("rate", .setting, .number),
        ("seconds", .measurement, .seconds), ("speed", .measurement, .perSecond),
    ]

    var publications: [Publication] {
        Self.published.map { Publication(ValuePath([label, $0.0]), $0.1, unit: $0.2) }
    }

    func run(in context: CellContext) -> CellResult { CellResult() }

    /// Values as the run of a cell labelled `m` would give them, with those of `changes` in their place.
    static func values(_ changes: [ValuePath: Value] = [:], substituteFor: String? = nil) -> [ValuePath: PublishedValue]
    {
        let values: [String: Value] = [
            "accuracy": .proportion(Proportion(successes: 9929, trials: 10_000)),
            "other": .proportion(Proportion(successes: 9900, trials: 10_000)),
            "loss": .number(0.8217), "errors": .integer(71), "parameters": .integer(12_730),
            "confidence": .number(0.9435),
            "bytes": .integer(50_920), "name": .text("adam"), "rate": .number(0.001), "seconds": .number(96.4),
            "speed": .number(7012),
        ]
        var all: [ValuePath: PublishedValue] = [:]
        for (name, kind, unit) in published {
            let path = ValuePath(["m", name])
            guard let value = changes[path] ?? values[name] else { continue }
            all[path] = PublishedValue(value, kind: kind, unit: unit, substituteFor: substituteFor)
        }
        return all
    }
}
