/// Values of the run itself, which no cell publishes: its seed and the notebook's parameters.
package struct RunValues: Hashable, Sendable {
    private let values: [ValuePath: PublishedValue]

    package init(seed: UInt64, parameters: [Parameter]) {
        var values: [ValuePath: PublishedValue] = [
            Self.seed: PublishedValue(Int(exactly: seed).map { .integer($0) } ?? .text(String(seed)), kind: .setting)
        ]
        for parameter in parameters { values[Self.path(of: parameter.name)] = parameter.publishedValue }
        self.values = values
    }

    package subscript(path: ValuePath) -> PublishedValue? { values[path] }

    /// All paths, for suggestions.
    package var paths: [ValuePath] { values.keys.sorted() }

    private static let seed: ValuePath = "seed"
    private static func path(of parameter: String) -> ValuePath { ValuePath(["params", parameter]) }
}

extension Parameter {
    /// The text that stands for the parameter in this run, as a value: `20%` is a fraction.
    fileprivate var publishedValue: PublishedValue {
        switch kind {
        case .integer:
            let digits = text.filter { $0 != "_" }
            return PublishedValue(Int(digits).map { .integer($0) } ?? .text(text), kind: .setting)
        case .number:
            guard let number else { return PublishedValue(.text(text), kind: .setting) }
            return PublishedValue(.number(number), kind: .setting, unit: text.hasSuffix("%") ? .fraction : .number)
        case .boolean, .text: return PublishedValue(.text(text), kind: .setting)
        }
    }
}
