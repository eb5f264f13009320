/// Something outside the text of a notebook that the user can mend: an argument, a file, a folder.
package struct CommandProblem: Error, Hashable, Sendable {
    /// What is wrong, in one line without a full stop.
    package var summary: String
    /// What to do about it.
    package var remedy: String?
    /// How the program ends because of it.
    package var status: CommandStatus

    package init(_ summary: String, remedy: String? = nil, status: CommandStatus) {
        self.summary = summary
        self.remedy = remedy
        self.status = status
    }
}
