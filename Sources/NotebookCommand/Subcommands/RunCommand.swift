import ArgumentParser

/// `notebook run FILE…`
struct RunCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Runs notebooks and writes a page and a record of each.",
        usage: "notebook run <file> ... [options]",
        discussion: """
            Writes output/NAME.html, the page, and output/NAME.json, the record for programs. All notebooks are \
            checked before any cell runs. An interrupted run (Ctrl-C) writes what it has computed, unless there is a \
            page of an earlier one; a second Ctrl-C ends at once.

            Results are kept: a cell is computed again only where something changed that its result depends on. An \
            interrupted training goes on after its last whole epoch.
            """)

    @Argument(help: ArgumentHelp("The notebooks.", valueName: "file"), completion: .file(extensions: ["md"]))
    var files: [String]

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("Where the page goes; the record goes beside it. For a single notebook.", valueName: "path"),
        completion: .file(extensions: ["html"]))
    var output: String?

    @Option(
        help: ArgumentHelp("The folder for pages and records. (default: output)", valueName: "folder"),
        completion: .directory)
    var outputDir: String?

    @OptionGroup var parameters: ParameterOptions

    @OptionGroup var sweeping: SweepOptions

    @Option(
        help: ArgumentHelp(
            "The folder that holds the MNIST files; without it $MNIST_DIR, the cache folder, or a download.",
            valueName: "folder"), completion: .directory)
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
        if output != nil, files.count > 1 {
            throw ValidationError("--output takes a single notebook: use --output-dir for several.")
        }
        if output != nil, !sweeping.axes.isEmpty {
            throw ValidationError("--output takes a single page: use --output-dir for a sweep.")
        }
        for axis in sweeping.axes where parameters.assignments.contains(where: { $0.name == axis.name }) {
            throw ValidationError("-P and --sweep both set `\(axis.name)`: leave one of them out.")
        }
    }

    func run(in session: Session) async throws -> CommandStatus {
        let reporter = reporting.reporter(for: session.standardError, explains: explain)
        let destination = output.map { OutputDestination.page($0) } ?? .folder(outputDir ?? "output")
        let loading = NotebookLoading(
            files: files, parameterFile: parameters.params, overrides: parameters.overrides, session: session,
            reporter: reporter)
        let action: any CommandAction =
            if let sweep = try sweeping.sweep {
                SweepAction(
                    sweep: sweep, destination: destination, loading: loading, dataFolder: data,
                    threads: compute.threads, cache: cache.usage, jobs: sweeping.jobs, stopsAtFirstFailure: failFast)
            } else {
                RunAction(
                    destination: destination, loading: loading, dataFolder: data, threads: compute.threads,
                    cache: cache.usage, stopsAtFirstFailure: failFast)
            }
        return await session.interruptible(tellingOf: reporter) { await action.perform() }
    }
}
