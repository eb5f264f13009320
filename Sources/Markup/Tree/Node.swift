/// A piece of an HTML page or SVG drawing.
///
/// Text is escaped when it is written; only `unescapedMarkup` goes out as it is.
package indirect enum Node: Sendable, Equatable {
    /// An element with its attributes and children.
    case element(Element)
    /// Text, escaped when it is written.
    case text(String)
    /// Nodes that stand next to each other.
    case fragment([Node])
    /// Markup that is written as it is. Never give it text that comes from a notebook.
    case unescapedMarkup(String)

    /// Nodes that stand next to each other.
    package init(@NodeBuilder _ content: () -> [Node]) {
        self = .fragment(content())
    }
}
