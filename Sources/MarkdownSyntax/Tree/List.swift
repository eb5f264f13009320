extension Block {
    /// A bulleted or numbered list.
    package struct List: Sendable, Equatable {
        /// The number of the first item; nil for bullets.
        package let start: Int?
        /// Whether the items stand close together: their paragraphs are set without space between them.
        package let isTight: Bool
        /// The items, at least one.
        package let items: [ListItem]
    }

    /// An item of a list.
    package struct ListItem: Sendable, Equatable {
        /// The state of the item's box; nil where it has none.
        package let checkbox: Checkbox?
        /// What the item holds; empty for an item without text.
        package let blocks: [Block]
        /// The line of the file with the item's marker.
        package let line: Int
    }

    /// The box before an item of a task list.
    package enum Checkbox: Sendable, Equatable {
        /// `[x]`
        case checked
        /// `[ ]`
        case unchecked
    }
}
