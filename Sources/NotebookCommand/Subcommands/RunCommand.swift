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

    @OptionGroup var sweeping: SweepOptions

    @OptionGroup var options: RunOptions

    func validate() throws {
        if options.output != nil, files.count > 1 {
            throw ValidationError("--output takes a single notebook: use --output-dir for several.")
        }
        if options.output != nil, !sweeping.axes.isEmpty {
            throw ValidationError("--output takes a single page: use --output-dir for a sweep.")
        }
        for axis in sweeping.axes where options.parameters.assignments.contains(where: { $0.name == axis.name }) {
            throw ValidationError("-P and --sweep both set `\(axis.name)`: leave one of them out.")
        }
    }

    func run(in session: Session) async throws -> CommandStatus {
        let loading = options.loading(files, in: session)
        let action: any CommandAction =
            if let sweep = try sweeping.sweep {
                SweepAction(
                    sweep: sweep, jobs: sweeping.jobs, destination: options.destination, loading: loading,
                    settings: options.settings)
            } else {
                RunAction(destination: options.destination, loading: loading, settings: options.settings)
            }
        return await session.perform(action)
    }
}
