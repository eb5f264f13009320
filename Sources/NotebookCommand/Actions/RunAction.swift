import NotebookEngine

/// Checks notebooks, runs them one after the other, and writes a page and a record of each.
struct RunAction: CommandAction {
    let destination: OutputDestination
    let loading: NotebookLoading
    let settings: ExecutionSettings

    var reporter: any CommandReporter { loading.reporter }

    func perform() async throws(CommandProblem) -> CommandStatus {
        let outputs = try destination.files(for: loading.files, in: loading.session.folder)
        let settings = remembering
        // Goes on beside the reading of the notebooks, and ends with this function at the latest.
        async let _ = settings.cache.recallLastRuns(of: loading.files, in: loading.session)
        let execution = try NotebookExecution(settings, session: loading.session)
        guard let notebooks = loading.load() else { return .invalidNotebook }
        try settings.cache.check(against: notebooks.map(\.notebook))
        // Before anything runs: nobody should lose an hour's results to a folder that cannot be written to.
        try FileReplacement.prepare(outputs.flatMap(\.all))
        var statuses: [CommandStatus] = []
        for ((source, notebook), files) in zip(notebooks, outputs) {
            guard !Task.isCancelled else { return .combining(statuses + [.interrupted]) }
            let run = await execution.run(notebook, from: source) { reporter.receive(.run($0)) }
            try await execution.write(run, from: source, to: files, tellingOf: reporter)
            statuses += run.exitStatuses
            if settings.stopsAtFirstFailure, statuses.contains(.failed) { break }
        }
        return .combining(statuses)
    }

    /// The settings with a memory of results.
    private var remembering: ExecutionSettings {
        var settings = settings
        settings.cache.memory = ResultMemory()
        return settings
    }
}
