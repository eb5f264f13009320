import ArgumentParser
import NotebookCore

/// `notebook directives [NAME]`
struct DirectivesCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "directives",
        abstract: "Lists the directives that cells may use, or tells everything about one.")

    @ArgumentParser.Argument(help: ArgumentHelp("A directive.", valueName: "name"))
    var name: String?

    /// Longer lines are hard to read, whatever the terminal's width.
    private static let widestText = 100

    func run(in session: Session) throws(CommandProblem) -> CommandStatus {
        let output = session.standardOutput
        let columns = min(output.columns() ?? Self.widestText, Self.widestText)
        guard let name else {
            output.write(VocabularyOverview(session.vocabulary, style: output.style, columns: columns).text)
            return .success
        }
        guard let directive = session.vocabulary[name: name] else {
            let suggestion = Suggestion.closest(to: name, among: session.vocabulary.names)
            throw CommandProblem(
                "there is no directive `\(name)`",
                remedy: suggestion.map { "Did you mean `\($0)`?" } ?? "`notebook directives` lists them all.",
                status: .usage)
        }
        output.write(DirectiveDocumentation(directive, style: output.style, columns: columns).text)
        return .success
    }
}
