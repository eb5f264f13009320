/// Collects elements, texts and nodes, with `if`, `switch` and `for` among them.
@resultBuilder
package enum NodeBuilder {
    /// An element.
    package static func buildExpression(_ element: Element) -> [Node] { [.element(element)] }
    /// An element, or nothing.
    package static func buildExpression(_ element: Element?) -> [Node] { element.map { [.element($0)] } ?? [] }
    /// Elements that stand next to each other.
    package static func buildExpression(_ elements: [Element]) -> [Node] { elements.map(Node.element) }
    /// Text, escaped when it is written.
    package static func buildExpression(_ text: String) -> [Node] { [.text(text)] }
    /// A node.
    package static func buildExpression(_ node: Node) -> [Node] { [node] }
    /// A node, or nothing.
    package static func buildExpression(_ node: Node?) -> [Node] { node.map { [$0] } ?? [] }
    /// Nodes that stand next to each other.
    package static func buildExpression(_ nodes: [Node]) -> [Node] { nodes }

    /// All parts of a block.
    package static func buildBlock(_ parts: [Node]...) -> [Node] { parts.flatMap { $0 } }
    /// An `if` without `else`.
    package static func buildOptional(_ part: [Node]?) -> [Node] { part ?? [] }
    /// The first of two branches.
    package static func buildEither(first: [Node]) -> [Node] { first }
    /// The second of two branches.
    package static func buildEither(second: [Node]) -> [Node] { second }
    /// A loop.
    package static func buildArray(_ parts: [[Node]]) -> [Node] { parts.flatMap { $0 } }
}
