import ArgumentParser

/// `notebook check FILE…`
struct CheckCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Tells everything that is wrong with notebooks, without running them.",
        usage: "notebook check <file> ... [options]")

    @Argument(help: ArgumentHelp("The notebooks.", valueName: "file"), completion: .file(extensions: ["md"]))
    var files: [String]

    @OptionGroup var parameters: ParameterOptions
    @OptionGroup var reporting: ReportingOptions

    func run(in session: Session) -> CommandStatus {
        CheckAction(
            loading: parameters.loading(
                files, in: session, tellingOf: reporting.reporter(for: session.standardError)),
            isQuiet: reporting.quiet
        ).perform()
    }
}
