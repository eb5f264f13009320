/// Appends nodes to one buffer of UTF-8, block elements on lines of their own.
struct MarkupWriter {
    private(set) var bytes: [UInt8] = []
    private var depth = 0
    /// Whether an `svg` is open, in which elements without children close themselves.
    private var isInDrawing = false
    /// Whether white space may be added here: not within `pre`.
    private var mayBreakLines = true
    private let indents: Bool

    /// - Parameter indents: Whether lines begin with two spaces for each element around them. In a page with large tables
    ///   that would be a quarter of all bytes.
    init(indents: Bool) {
        self.indents = indents
        bytes.reserveCapacity(1 << 16)
    }

    mutating func write(_ node: Node) {
        switch node {
        case .element(let element): write(element)
        case .text(let text): Escaping.append(text, to: &bytes, isAttribute: false)
        case .fragment(let nodes):
            let nodes = nodes.flattened
            writeSiblings(nodes, onOwnLines: nodes.contains(where: isBlock), isAtStart: true)
        case .unescapedMarkup(let markup): append(markup)
        }
    }

    mutating func append(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    private mutating func write(_ element: Element) {
        let outer = (isInDrawing, mayBreakLines)
        defer { (isInDrawing, mayBreakLines) = outer }
        append("<")
        append(element.name)
        for attribute in element.attributes {
            append(" ")
            append(attribute.name)
            guard let value = attribute.value else { continue }
            append("=\"")
            Escaping.append(value, to: &bytes, isAttribute: true)
            append("\"")
        }
        if element.name == "svg" { isInDrawing = true }
        if isInDrawing, element.children.isEmpty {
            append("/>")
            return
        }
        append(">")
        if !isInDrawing, ElementKind.isVoid(element.name) { return }
        if element.name == "foreignObject" { isInDrawing = false }
        if ElementKind.keepsWhiteSpace(element.name) { mayBreakLines = false }

        let children = element.children.flattened
        let onOwnLines = mayBreakLines && children.contains(where: isBlock)
        depth += 1
        writeSiblings(children, onOwnLines: onOwnLines, isAtStart: false)
        depth -= 1
        if onOwnLines { breakLine() }
        append("</")
        append(element.name)
        append(">")
    }

    /// Writes siblings without fragments among them, on lines of their own where one of them is a block: each
    /// block on one, and each run of other nodes on one.
    ///
    /// - Parameter isAtStart: whether they begin the output, so that no line is broken before them.
    private mutating func writeSiblings(_ nodes: [Node], onOwnLines: Bool, isAtStart: Bool) {
        var isInRun = isAtStart
        for (index, node) in nodes.enumerated() {
            let isBlock = self.isBlock(node)
            if onOwnLines, isBlock ? index > 0 || !isAtStart : !isInRun { breakLine() }
            write(node)
            isInRun = !isBlock
        }
    }

    private func isBlock(_ node: Node) -> Bool {
        if case .element(let element) = node { ElementKind.isBlock(element.name) } else { false }
    }

    private mutating func breakLine() {
        append("\n")
        if indents { bytes.append(contentsOf: repeatElement(0x20, count: 2 * depth)) }
    }
}

extension [Node] {
    /// The same nodes, those of fragments in place of the fragments.
    fileprivate var flattened: [Node] {
        let hasFragment = contains { if case .fragment = $0 { true } else { false } }
        guard hasFragment else { return self }
        return flatMap { node in
            if case .fragment(let nodes) = node { nodes.flattened } else { [node] }
        }
    }
}
