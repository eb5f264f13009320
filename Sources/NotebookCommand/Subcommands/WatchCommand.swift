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

    @Option(
        name: .shortAndLong, help: ArgumentHelp("Where the page goes; the record goes beside it.", valueName: "path"))
    var output: String?

    @Option(help: ArgumentHelp("The folder for the page and the record. (default: output)", valueName: "folder"))
    var outputDir: String?

    @OptionGroup var parameters: ParameterOptions

    @Option(
        help: ArgumentHelp(
            "The folder that holds the MNIST files; without it $MNIST_DIR, the cache folder, or a download.",
            valueName: "folder"))
    var data: String?

    @OptionGroup var compute: ComputeOptions

    @OptionGroup var cache: CacheOptions

    @Flag(help: "Tell of each cell why it was computed: every input that changed since the notebook's last run.")
    var explain = false

    @Flag(help: "Stop at the first cell that fails.")
    var failFast = false

    @OptionGroup var reporting: ReportingOptions

    func validate() throws {
        if output != nil, outputDir != nil {
            throw ValidationError("--output and --output-dir exclude each other: name one.")
        }
    }

    func run(in session: Session) async -> CommandStatus {
        let reporter = reporting.reporter(for: session.standardError, explains: explain)
        let action = WatchAction(
            loading: NotebookLoading(
                files: [file], parameterFile: parameters.params, overrides: parameters.overrides, session: session,
                reporter: reporter),
            destination: output.map { .page($0) } ?? .folder(outputDir ?? "output"), dataFolder: data,
            threads: compute.threads, cache: cache.usage, stopsAtFirstFailure: failFast, port: port,
            opensBrowser: !noBrowser)
        return await session.interruptible(tellingOf: reporter, as: nil) { await action.perform() }
    }
}
