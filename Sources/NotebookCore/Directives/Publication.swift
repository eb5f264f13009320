/// A path that a cell promises to publish.
package struct Publication: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable {
        /// The same in every run.
        case value
        /// What the notebook's author chose, such as a learning rate: the run does not find it out.
        case setting
        /// A duration, a speed or the like.
        case measurement
    }

    package var path: ValuePath
    package var kind: Kind
    /// What the value counts or measures; nil where it may be compared with anything.
    package var unit: Unit?

    package init(_ path: ValuePath, _ kind: Kind = .value, unit: Unit? = nil) {
        self.path = path
        self.kind = kind
        self.unit = unit
    }
}

/// Documentation of one published path or family of paths.
package struct PublicationHelp: Hashable, Sendable {
    /// The path with placeholders in capitals: `RUN.SPLIT.accuracy`.
    package var pattern: String
    package var kind: Publication.Kind
    package var help: String

    package init(_ pattern: String, _ kind: Publication.Kind = .value, help: String) {
        self.pattern = pattern
        self.kind = kind
        self.help = help
    }
}
