import NotebookCore

extension OptionType {
    /// A value of another type, or the word `none`, which reads as nil.
    static func orNone<Wrapped>(_ type: OptionType<Wrapped>) -> OptionType where Value == Wrapped? {
        OptionType(
            name: "\(type.name), or none",
            form: .either(type.form, or: "none"),
            canonicalText: { $0.map(type.canonicalText) ?? "none" },
            references: { value, node in value.map { type.references($0, node) } ?? [] },
            read: { node throws(Diagnostic) in
                if case .scalar("none") = node.content { return nil }
                return try type.read(node)
            })
    }
}
