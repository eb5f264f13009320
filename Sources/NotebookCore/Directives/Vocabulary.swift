/// The directives that notebooks may use.
package struct Vocabulary: Sendable {
    /// In the order in which they are documented.
    package let directives: [any Directive.Type]
    private let byName: [String: any Directive.Type]

    package init(_ directives: [any Directive.Type]) {
        self.directives = directives
        byName = Dictionary(directives.map { ($0.name, $0) }) { _, _ in
            preconditionFailure("two directives share a name")
        }
    }

    package subscript(name name: String) -> (any Directive.Type)? { byName[name] }

    package var names: [String] { directives.map { $0.name } }
}
