/// A reference to a cell that makes a product of one kind.
package struct CellReference<Product: CellProduct>: Hashable, Sendable {
    package let label: String

    package init(label: String) {
        self.label = label
    }
}

extension OptionType {
    /// The label of a cell that makes a `Product`; that cell runs first.
    package static func cell<Product: CellProduct>(_ product: Product.Type) -> OptionType
    where Value == CellReference<Product> {
        let name = "label of a cell that makes a \(product.kind)"
        return OptionType(
            name: name,
            form: .label,
            canonicalText: { $0.label },
            references: { [Reference(.product(label: $0.label, kind: product), at: $1.location)] },
            read: { node throws(Diagnostic) in CellReference(label: try node.label(expected: name)) })
    }

    /// A list of values, or a single value, which reads as a list of one. At least one.
    package static func list<Element>(of element: OptionType<Element>) -> OptionType where Value == [Element] {
        let name = "list of \(element.name)"
        return OptionType(
            name: name,
            form: .list(element.form),
            canonicalText: { "[" + $0.map(element.canonicalText).joined(separator: ", ") + "]" },
            references: { values, node in
                let nodes = node.elements
                return zip(values, nodes).flatMap { element.references($0, $1) }
            },
            read: { node throws(Diagnostic) in
                let nodes = node.elements
                guard !nodes.isEmpty else {
                    throw Diagnostic(at: node.location, "the list is empty", remedy: "Name at least one.")
                }
                var values: [Element] = []
                for node in nodes { values.append(try element.read(node)) }
                return values
            })
    }
}

extension OptionType where Value == String {
    /// The label of a cell of `directive`, which need not run first.
    package static func label(ofDirective directive: String) -> OptionType {
        let name = "label of a \(directive) cell"
        return OptionType(
            name: name,
            form: .label,
            canonicalText: { $0 },
            references: { [Reference(.label($0, directive: directive), at: $1.location)] },
            read: { node throws(Diagnostic) in try node.label(expected: name) })
    }
}

extension OptionNode {
    /// A cell's label as the node has it.
    fileprivate func label(expected: String) throws(Diagnostic) -> String {
        let text = try scalar(expected: expected)
        guard !text.isEmpty else { throw mismatch(text, expected: expected) }
        guard !text.contains(where: \.isWhitespace) else {
            throw Diagnostic(
                at: location, "‘\(text)’ is no label", remedy: "A label is one word; words are joined by hyphens.")
        }
        return text
    }

    /// The elements of a sequence; any other node is its own only element.
    package var elements: [OptionNode] {
        if case .sequence(let nodes) = content { nodes } else { [self] }
    }
}
