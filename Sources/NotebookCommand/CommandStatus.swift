/// How the program ends, in order of precedence: of several, the first in the list of cases is reported.
package enum CommandStatus: Int32, Sendable, CaseIterable {
    /// The command line is wrong.
    case usage = 64
    /// A notebook cannot be read or is invalid; nothing ran.
    case invalidNotebook = 2
    /// Interrupted from the keyboard (128 + SIGINT).
    case interrupted = 130
    /// Asked to end (128 + SIGTERM).
    case terminated = 143
    /// A cell failed, or the output cannot be written.
    case failed = 1
    /// All cells ran, and an `expect` does not hold.
    case expectationFailed = 3
    case success = 0

    /// The status that stands for several of them together.
    package static func combining(_ statuses: [CommandStatus]) -> CommandStatus {
        allCases.first(where: statuses.contains) ?? .success
    }
}
