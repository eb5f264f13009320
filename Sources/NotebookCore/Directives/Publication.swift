/// A path that a cell promises to publish.
package struct Publication: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable {
        /// The same in every run.
        case value
        /// A duration, a speed or the like.
        case measurement
    }

    package var path: ValuePath
    package var kind: Kind

    package init(_ path: ValuePath, _ kind: Kind = .value) {
        self.path = path
        self.kind = kind
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
