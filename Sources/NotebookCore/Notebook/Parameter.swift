/// A parameter that a notebook declares under `params:` and uses as `$name`.
package struct Parameter: Hashable, Sendable {
    /// What a parameter holds: what its `type` says, or else the spelling of its default.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case integer, number, boolean, text
    }

    package var name: String
    package var kind: Kind
    /// The raw text that stands for `$name` in this run.
    package var text: String
    /// The place of the default.
    package var location: SourceLocation
    /// Whether the text was given from outside the notebook.
    package var isSet: Bool

    package init(name: String, kind: Kind, text: String, location: SourceLocation, isSet: Bool = false) {
        self.name = name
        self.kind = kind
        self.text = text
        self.location = location
        self.isSet = isSet
    }

    /// The number that the text spells, a percentage as a share; nil where the parameter holds none.
    package var number: Double? {
        kind == .integer || kind == .number ? Kind.number(text) : nil
    }
}

extension Parameter.Kind {
    /// The kind that a default's spelling tells.
    package init(ofDefault text: String) {
        self = Self.allCases.first { $0.accepts(text) } ?? .text
    }

    /// Whether `text` can stand for a parameter of this kind.
    package func accepts(_ text: String) -> Bool {
        switch self {
        case .integer: Int(text.filter { $0 != "_" }) != nil
        case .number: Self.number(text) != nil
        case .boolean: ["yes", "no", "true", "false", "on", "off"].contains(text.lowercased())
        case .text: true
        }
    }

    /// What it holds, for messages that say what something is not.
    package var wording: String {
        switch self {
        case .integer: "a whole number"
        case .number: "a number"
        case .boolean: "yes or no"
        case .text: "text"
        }
    }

    fileprivate static func number(_ text: String) -> Double? {
        if text.hasSuffix("%") { return finiteNumber(String(text.dropLast()).trimmed).map { $0 / 100 } }
        return finiteNumber(text) ?? Int(text.filter { $0 != "_" }).map(Double.init)
    }
}
