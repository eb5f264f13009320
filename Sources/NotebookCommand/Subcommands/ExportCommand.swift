import ArgumentParser
import NotebookExport

/// `notebook export FILE… --to FORMAT`
struct ExportCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Writes notebooks with their results for Jupyter or for a forge.",
        usage: "notebook export <file> ... --to <format> [options]",
        discussion: """
            `--to ipynb` writes output/NAME.ipynb, a Jupyter notebook with outputs; `--to gfm` writes output/NAME.md, \
            Markdown as GitHub shows it, and the images in output/NAME-images. Nothing is computed: the results are \
            those that `notebook run` has kept. Give the same options that change results as to that.
            """)

    @Argument(help: ArgumentHelp("The notebooks.", valueName: "file"), completion: .file(extensions: ["md"]))
    var files: [String]

    @Option(help: ArgumentHelp("What to write: ipynb or gfm.", valueName: "format"))
    var to: ExportFormat

    @Option(
        help: ArgumentHelp("The folder to write to. (default: output)", valueName: "folder"), completion: .directory)
    var outputDir: String?

    @OptionGroup var parameters: ParameterOptions

    @OptionGroup var kept: KeptResultOptions

    @OptionGroup var reporting: ReportingOptions

    func run(in session: Session) async -> CommandStatus {
        await session.perform(
            ExportAction(
                format: to, outputFolder: outputDir ?? "output",
                loading: parameters.loading(
                    files, in: session, tellingOf: reporting.reporter(for: session.standardError)),
                data: kept.data.selection, cache: kept.location, isQuiet: reporting.quiet))
    }
}

extension ExportFormat: ExpressibleByArgument {}
