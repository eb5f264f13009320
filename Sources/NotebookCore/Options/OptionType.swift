/// How an option's raw text becomes a value.
package struct OptionType<Value: Sendable>: Sendable {
    /// What may stand there, for documentation and messages: "whole number from 1".
    package let name: String
    /// The same for programs.
    package let form: OptionForm
    /// Reads a node; the diagnostic says what is wrong and what to write.
    package let read: @Sendable (OptionNode) throws(Diagnostic) -> Value
    /// The value in one spelling, which reads as the same value.
    package let canonicalText: @Sendable (Value) -> String
    /// What the value refers to elsewhere in the notebook.
    package let references: @Sendable (Value, OptionNode) -> [Reference]

    package init(
        name: String,
        form: OptionForm,
        canonicalText: @escaping @Sendable (Value) -> String,
        references: @escaping @Sendable (Value, OptionNode) -> [Reference] = { _, _ in [] },
        read: @escaping @Sendable (OptionNode) throws(Diagnostic) -> Value
    ) {
        self.name = name
        self.form = form
        self.read = read
        self.canonicalText = canonicalText
        self.references = references
    }

    /// The same type for an option that may be left out.
    package var optional: OptionType<Value?> {
        OptionType<Value?>(
            name: name,
            form: form,
            canonicalText: { $0.map(canonicalText) ?? "" },
            references: { value, node in value.map { references($0, node) } ?? [] },
            read: { node throws(Diagnostic) in try read(node) })
    }
}
