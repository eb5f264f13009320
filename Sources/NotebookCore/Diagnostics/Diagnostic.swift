/// Something that a notebook's author should know: where, what, and what to write instead.
package struct Diagnostic: Hashable, Sendable, Error {
    /// How much a diagnostic matters.
    package enum Severity: String, Hashable, Sendable, Codable {
        /// Nothing runs.
        case error
        /// The notebook runs all the same.
        case warning
    }

    package var severity: Severity
    /// The place, or nil where the diagnostic is about the file as a whole.
    package var location: SourceLocation?
    /// What is wrong, in one line without a full stop.
    package var summary: String
    /// What to write or do instead, in one or two sentences.
    package var remedy: String?

    package init(
        _ severity: Severity = .error, at location: SourceLocation?, _ summary: String, remedy: String? = nil
    ) {
        self.severity = severity
        self.location = location
        self.summary = summary
        self.remedy = remedy
    }
}
