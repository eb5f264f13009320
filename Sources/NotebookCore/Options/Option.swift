/// One option of a directive: its name, type, default and documentation, declared once.
package struct Option<Value: Sendable>: AnyOption {
    package let name: String
    package let type: OptionType<Value>
    /// The value of an option that is left out; nil where it must be given.
    package let defaultValue: Value?
    /// One sentence or two for `notebook directives NAME`.
    package let help: String

    /// An option that must be given.
    package init(_ name: String, _ type: OptionType<Value>, help: String) {
        self.name = name
        self.type = type
        self.defaultValue = nil
        self.help = help
    }

    /// An option with a default.
    package init(_ name: String, _ type: OptionType<Value>, default defaultValue: Value, help: String) {
        self.name = name
        self.type = type
        self.defaultValue = defaultValue
        self.help = help
    }

    /// An option that may be left out, when it reads as nil.
    package init<Wrapped>(optional name: String, _ type: OptionType<Wrapped>, help: String)
    where Value == Wrapped? {
        self.name = name
        self.type = type.optional
        self.defaultValue = .some(nil)
        self.help = help
    }

    package var typeName: String { type.name }
    package var form: OptionForm { type.form }
    package var isRequired: Bool { defaultValue == nil }
    package var defaultText: String? { defaultValue.map(type.canonicalText) }

    package func read(_ node: OptionNode) throws(Diagnostic) -> OptionReading {
        let value = try type.read(node)
        return OptionReading(
            value: value, canonicalText: type.canonicalText(value), references: type.references(value, node))
    }

    package var defaultReading: OptionReading? {
        defaultValue.map { OptionReading(value: $0, canonicalText: type.canonicalText($0), references: []) }
    }
}

/// An option whatever the type of its values.
package protocol AnyOption: Sendable {
    var name: String { get }
    /// What may stand there, such as "whole number from 1".
    var typeName: String { get }
    /// The same for programs.
    var form: OptionForm { get }
    var isRequired: Bool { get }
    /// The default as a notebook would write it; nil where there is none. Empty where leaving it out means "none".
    var defaultText: String? { get }
    var help: String { get }

    /// Reads what a notebook wrote.
    func read(_ node: OptionNode) throws(Diagnostic) -> OptionReading
    /// The reading of an option that is left out; nil where it must be given.
    var defaultReading: OptionReading? { get }
}

/// What an option's text was read as.
package struct OptionReading: Sendable {
    package let value: any Sendable
    /// The value in one spelling: equal values have equal texts.
    package let canonicalText: String
    /// What the value refers to elsewhere in the notebook.
    package let references: [Reference]

    package init(value: any Sendable, canonicalText: String, references: [Reference]) {
        self.value = value
        self.canonicalText = canonicalText
        self.references = references
    }
}

/// A mention, in an option, of something elsewhere in the notebook.
package struct Reference: Sendable {
    package enum Target: Sendable {
        /// The product of the cell with that label; the cell runs first.
        case product(label: String, kind: any CellProduct.Type)
        /// A published value; the cell that publishes it runs first.
        case value(ValuePath)
        /// The label of a cell of a directive, which need not have run.
        case label(String, directive: String)
    }

    package let target: Target
    package let location: SourceLocation

    package init(_ target: Target, at location: SourceLocation) {
        self.target = target
        self.location = location
    }
}
