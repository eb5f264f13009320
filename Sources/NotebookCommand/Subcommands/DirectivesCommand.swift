import ArgumentParser
import DigitDirectives
import NotebookCore

/// `notebook directives [NAME]`
struct DirectivesCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "directives",
        abstract: "Lists the directives that cells may use, or tells everything about one.",
        discussion: """
            With --format json it is a JSON Schema for editors: what the body of a cell may hold, each directive's \
            under `$defs`.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @ArgumentParser.Argument(
        help: ArgumentHelp("A directive.", valueName: "name"), completion: .list(DigitDirectives.vocabulary.names))
    var name: String?

    @ArgumentParser.Option(help: ArgumentHelp("How they are told of.", valueName: "format"))
    var format = Format.text

    /// Longer lines are hard to read, whatever the terminal's width.
    private static let widestText = 100

    func run(in session: Session) throws(CommandProblem) -> CommandStatus {
        let output = session.standardOutput
        let columns = min(output.columns() ?? Self.widestText, Self.widestText)
        let directive = try name.map { name throws(CommandProblem) in try self.directive(name, of: session.vocabulary) }
        switch (format, directive) {
        case (.text, nil):
            output.write(VocabularyOverview(session.vocabulary, style: output.style, columns: columns).text)
        case (.text, let directive?):
            output.write(DirectiveDocumentation(directive, style: output.style, columns: columns).text)
        case (.json, nil):
            output.write(VocabularySchema(session.vocabulary.directives).text)
        case (.json, let directive?):
            output.write(VocabularySchema([directive]).text)
        }
        return .success
    }

    private func directive(
        _ name: String, of vocabulary: Vocabulary
    ) throws(CommandProblem) -> any Directive.Type {
        if let directive = vocabulary[name: name] { return directive }
        let suggestion = Suggestion.closest(to: name, among: vocabulary.names)
        throw CommandProblem(
            "there is no directive `\(name)`",
            remedy: suggestion.map { "Did you mean `\($0)`?" } ?? "`notebook directives` lists them all.",
            status: .usage)
    }
}
