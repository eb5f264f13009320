/// Appends nodes to one buffer of UTF-8, block elements on lines of their own.
struct MarkupWriter {
    private(set) var bytes: [UInt8] = []
    private var depth = 0
    /// Whether an `svg` is open, in which elements without children close themselves.
    private var isInDrawing = false
    /// Whether white space may be added here: not within `pre`.
    private var mayBreakLines = true
    private let style: Style

    /// What a reader of the markup itself sees; parsers see the same tree.
    enum Style {
        /// Every tag is written, and lines begin with two spaces for each element around them.
        case indented
        /// Outside of drawings, what HTML lets a page leave out is left out: end tags, quotation marks, the lines of a
        /// table's cells. In a page with large tables the rest would be half of all bytes.
        case compact
    }

    init(_ style: Style) {
        self.style = style
        bytes.reserveCapacity(1 << 16)
    }

    mutating func write(_ node: Node) {
        switch node {
        case .element(let element): write(element, before: nil, in: nil)
        case .text(let text): Escaping.append(text, to: &bytes, isAttribute: false)
        case .fragment(let nodes):
            let nodes = nodes.flattened
            writeSiblings(nodes, in: nil, onOwnLines: nodes.contains(where: isBlock), isAtStart: true)
        case .unescapedMarkup(let markup): append(markup)
        }
    }

    mutating func append(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    /// - Parameters:
    ///   - next: What follows at once; nil where nothing does.
    ///   - parent: The name of the element around it; nil at the top.
    private mutating func write(_ element: Element, before next: Node?, in parent: String?) {
        let outer = (isInDrawing, mayBreakLines)
        defer { (isInDrawing, mayBreakLines) = outer }
        append("<")
        append(element.name)
        for attribute in element.attributes {
            append(" ")
            append(attribute.name)
            guard let value = attribute.value else { continue }
            if style == .compact, !isInDrawing, element.name != "svg", Escaping.needsNoQuotes(value) {
                append("=")
                append(value)
                continue
            }
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
        if !isInDrawing, element.kind.contains(.void) { return }
        if element.name == "foreignObject" { isInDrawing = false }
        if element.kind.contains(.keepsWhiteSpace) { mayBreakLines = false }

        let children = element.children.flattened
        let onOwnLines = mayBreakLines && children.contains(where: isBlock)
        depth += 1
        writeSiblings(children, in: element.name, onOwnLines: onOwnLines, isAtStart: false)
        depth -= 1
        if style == .compact, !isInDrawing, mayOmitEndTag(of: element, before: next, in: parent) { return }
        if onOwnLines { breakLine() }
        append("</")
        append(element.name)
        append(">")
    }

    private func mayOmitEndTag(of element: Element, before next: Node?, in parent: String?) -> Bool {
        switch next {
        case nil: ElementKind.mayOmitEndTag(of: element.name, before: nil, in: parent)
        case .element(let next): ElementKind.mayOmitEndTag(of: element.name, before: next.name, in: parent)
        default: false
        }
    }

    /// Writes siblings without fragments among them, on lines of their own where one of them is a block: each
    /// block on one, and each run of other nodes on one.
    ///
    /// - Parameters:
    ///   - parent: The name of the element around them; nil at the top.
    ///   - isAtStart: whether they begin the output, so that no line is broken before them.
    private mutating func writeSiblings(_ nodes: [Node], in parent: String?, onOwnLines: Bool, isAtStart: Bool) {
        var isInRun = isAtStart
        for (index, node) in nodes.enumerated() {
            let isBlock = self.isBlock(node)
            if onOwnLines, isBlock ? index > 0 || !isAtStart : !isInRun { breakLine() }
            if case .element(let element) = node {
                write(element, before: index + 1 < nodes.count ? nodes[index + 1] : nil, in: parent)
            } else {
                write(node)
            }
            isInRun = !isBlock
        }
    }

    private func isBlock(_ node: Node) -> Bool {
        guard case .element(let element) = node else { return false }
        return element.kind.contains(.block)
            && (style == .indented || (element.name != "td" && element.name != "th"))
    }

    private mutating func breakLine() {
        append("\n")
        if style == .indented { bytes.append(contentsOf: repeatElement(0x20, count: 2 * depth)) }
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
