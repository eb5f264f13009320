import ArgumentParser

/// A subcommand that does its work in a session.
protocol SessionCommand: ParsableCommand {
    func run(in session: Session) async throws -> CommandStatus
}
