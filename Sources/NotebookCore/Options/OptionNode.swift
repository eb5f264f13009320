/// A node of a cell's YAML body, uninterpreted: scalars keep their raw text until an option's type reads them.
package struct OptionNode: Hashable, Sendable {
    package enum Content: Hashable, Sendable {
        /// A scalar's text, without its quotes.
        case scalar(String)
        /// Nothing: no text, or a plain `null` or `~`.
        case null
        case sequence([OptionNode])
        case mapping([Entry])
    }

    /// One key of a mapping with its value.
    package struct Entry: Hashable, Sendable {
        package var key: String
        package var keyLocation: SourceLocation
        package var value: OptionNode

        package init(key: String, keyLocation: SourceLocation, value: OptionNode) {
            self.key = key
            self.keyLocation = keyLocation
            self.value = value
        }
    }

    package var content: Content
    package var location: SourceLocation

    package init(_ content: Content, at location: SourceLocation) {
        self.content = content
        self.location = location
    }

    /// Whether the node says nothing: null, blank text, or a list or mapping of nothing else.
    package var isEmpty: Bool {
        switch content {
        case .null: true
        case .scalar(let text): text.allSatisfy(\.isWhitespace)
        case .sequence(let nodes): nodes.allSatisfy(\.isEmpty)
        case .mapping(let entries): entries.isEmpty
        }
    }
}
