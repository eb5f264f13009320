import ArgumentParser

/// The options that say how much is told, and in what form.
struct ReportingOptions: ParsableArguments {
    enum LogFormat: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Flag(help: "Tell of errors alone.")
    var quiet = false

    @Option(
        help: ArgumentHelp(
            "What is written to standard error: text for people, or one JSON object a line for each event.",
            valueName: "format"))
    var logFormat = LogFormat.text

    func reporter(for output: TextOutput, explains: Bool = false) -> any CommandReporter {
        switch logFormat {
        case .text: TerminalReporter(output: output, isQuiet: quiet, explains: explains)
        case .json: EventLog(output: output, isQuiet: quiet)
        }
    }
}
