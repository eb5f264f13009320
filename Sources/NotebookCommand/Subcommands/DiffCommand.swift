import ArgumentParser

/// `notebook diff A B`
struct DiffCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Tells what differs between two runs.",
        usage: "notebook diff <first> <second> [options]",
        discussion: """
            Compares values, the verdicts on claims, and the answers to the test images one by one. A run is named by \
            its record (output/NAME.json) or by its notebook, whose record is looked for in the output folder; without \
            one the results that `notebook run` has kept are taken. Durations and speeds, which differ in any two \
            runs, are left out. Exits with 0 when it has compared, whatever the outcome.
            """)

    @Argument(
        help: ArgumentHelp("A record or a notebook.", valueName: "first"),
        completion: .file(extensions: ["json", "md"]))
    var first: String

    @Argument(
        help: ArgumentHelp("What to compare it with.", valueName: "second"),
        completion: .file(extensions: ["json", "md"]))
    var second: String

    @Flag(help: "Compare durations and speeds too.")
    var measurements = false

    @Option(
        help: ArgumentHelp(
            "How the comparison is written: text, json or html. (default: text; html with --output)",
            valueName: "format"))
    var format: DiffAction.Format?

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("Where the comparison goes; without it to standard output.", valueName: "path"),
        completion: .file(extensions: ["html"]))
    var output: String?

    @Option(
        help: ArgumentHelp("The folder with the records of notebooks. (default: output)", valueName: "folder"),
        completion: .directory)
    var outputDir: String?

    @OptionGroup var kept: KeptResultOptions

    func run(in session: Session) async -> CommandStatus {
        await session.perform(
            DiffAction(
                first: first, second: second, includesMeasurements: measurements,
                format: format ?? (output == nil ? .text : .html), output: output,
                sources: RecordSources(
                    recordFolder: outputDir ?? "output", data: kept.data.selection, cache: kept.location,
                    session: session,
                    reporter: TerminalReporter(output: session.standardError))))
    }
}

extension DiffAction.Format: ExpressibleByArgument {}
