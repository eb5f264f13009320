import ArgumentParser

/// The options of the commands that run notebooks.
struct RunOptions: ParsableArguments {
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

    @OptionGroup var data: DataOptions

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

    var destination: OutputDestination { output.map { .page($0) } ?? .folder(outputDir ?? "output") }

    var settings: ExecutionSettings {
        ExecutionSettings(
            data: data.selection, threads: compute.threads, cache: cache.usage, stopsAtFirstFailure: failFast)
    }

    func loading(_ files: [String], in session: Session) -> NotebookLoading {
        parameters.loading(
            files, in: session, tellingOf: reporting.reporter(for: session.standardError, explains: explain))
    }
}
