import ArgumentParser

/// `notebook watch FILE`
struct WatchCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch",
        abstract: "Serves the page of a notebook and keeps it up to date while you write.",
        usage: "notebook watch <file> [options]",
        discussion: """
            Runs the notebook, serves its page to browsers of this machine, and runs it anew whenever you save it, or \
            data or an image that it uses change. The browser shows what is new without losing your place. Only what the \
            change touches is computed again; a training that you still want goes on meanwhile.

            The page and the record are also written, as by `notebook run`. Ctrl-C ends.
            """)

    @Argument(help: ArgumentHelp("The notebook.", valueName: "file"), completion: .file(extensions: ["md"]))
    var file: String

    @Option(help: "The port at 127.0.0.1; where another program has it, a free one; 0 for any.")
    var port: UInt16 = 8421

    @Flag(help: "Open no browser.")
    var noBrowser = false

    @OptionGroup var options: RunOptions

    func run(in session: Session) async -> CommandStatus {
        await session.perform(
            WatchAction(
                loading: options.loading([file], in: session), destination: options.destination,
                settings: options.settings, port: port, opensBrowser: !noBrowser),
            tellingOfSignalsAs: nil)
    }
}
