package import ArgumentParser
import DigitDirectives
import Foundation
import NotebookCore

/// The program `notebook`: parses the command line, calls the subcommand, maps what came of it to an exit code.
package struct NotebookCommand: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "notebook",
        abstract: "Runs literate notebooks: Markdown whose cells train, evaluate and draw.",
        discussion: """
            Exit codes, the first that applies: 64 wrong usage; 2 a notebook is invalid and nothing ran; 130 or 143 \
            interrupted; 1 a cell failed or the output cannot be written; 3 an `expect` does not hold; 0 done.
            """,
        version: programVersion,
        subcommands: [
            RunCommand.self, WatchCommand.self, CheckCommand.self, DirectivesCommand.self, InitCommand.self,
            ExportCommand.self, DiffCommand.self, BenchCommand.self, CleanCommand.self,
        ])

    package init() {}

    /// Runs the program as this process and ends it.
    package static func runAsProcess() async -> Never {
        // A reader that goes away is no failure: what is written to it from then on is dropped.
        signal(SIGPIPE, SIG_IGN)
        let session = Session(vocabulary: DigitDirectives.vocabulary, signals: SignalWatch())
        let status = await execute(Array(CommandLine.arguments.dropFirst()), in: session)
        Foundation.exit(status.rawValue)
    }

    /// Does what `arguments` say.
    package static func execute(_ arguments: [String], in session: Session) async -> CommandStatus {
        let command: any ParsableCommand
        do {
            if let problem = unknownCommand(in: arguments) { throw problem }
            command = try parseAsRoot(arguments)
            guard let command = command as? any SessionCommand else {
                var command = command
                try command.run()
                return .success
            }
            return try await command.run(in: session)
        } catch let problem as CommandProblem {
            TerminalReporter(output: session.standardError).receive(.problem(problem))
            return problem.status
        } catch {
            let text = fullMessage(for: error, columns: session.standardError.columns())
            let isRequest = exitCode(for: error) == .success
            (isRequest ? session.standardOutput : session.standardError).write(text + "\n")
            return isRequest ? .success : .usage
        }
    }

    /// The problem that the first argument names no subcommand.
    private static func unknownCommand(in arguments: [String]) -> CommandProblem? {
        let names = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
        guard let word = arguments.first, !word.hasPrefix("-"), !names.contains(word) else { return nil }
        let remedy =
            if word.contains(".") || word.contains("/") {
                "To run a notebook, write `notebook run \(word)`."
            } else if let name = Suggestion.closest(to: word, among: names) {
                "Did you mean `notebook \(name)`?"
            } else {
                "There are \(names.map { "`\($0)`" }.joined(separator: ", ")); `notebook --help` tells more."
            }
        return CommandProblem("there is no command `\(word)`", remedy: remedy, status: .usage)
    }
}
