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
    /// Places that would be wrong because of this alone, in the order of the file; they are not told one by one.
    package var consequences: [SourceLocation] = []

    package init(
        _ severity: Severity = .error, at location: SourceLocation?, _ summary: String, remedy: String? = nil
    ) {
        self.severity = severity
        self.location = location
        self.summary = summary
        self.remedy = remedy
    }

    /// "2 more follow from this, on lines 4 and 9."; nil where nothing does.
    package var consequenceText: String? {
        guard !consequences.isEmpty else { return nil }
        var lines = Set(consequences.map(\.line)).sorted().map(String.init)
        let named = 5
        if lines.count > named { lines = lines.prefix(named - 1) + ["others"] }
        let place = lines.count == 1 ? "line \(lines[0])" : "lines \(lines.joinedAsWords)"
        return "\(consequences.count) more \(consequences.count == 1 ? "follows" : "follow") from this, on \(place)."
    }
}
