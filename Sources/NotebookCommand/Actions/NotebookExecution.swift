import Foundation
import NotebookCore
import NotebookEngine
import NotebookRendering
import TensorKernels

/// Runs notebooks with what the command line says, and writes a page and a record of each.
struct NotebookExecution: Sendable {
    var settings: ExecutionSettings
    let session: Session
    private let kernels: String

    init(_ settings: ExecutionSettings, session: Session) throws(CommandProblem) {
        self.settings = settings
        self.session = session
        kernels = try Self.kernels(session)
    }

    /// Threads that the program computes with, which pages and records name.
    private var threads: Int { settings.threads ?? session.host.cores }

    /// - Parameter share: The number of runs that go on at the same time and share the threads.
    func run(
        _ notebook: Notebook, from source: NotebookSource, sharingThreadsAmong share: Int = 1,
        receive: @escaping @Sendable (RunEvent) -> Void
    ) async -> Run {
        await runner(for: notebook, from: source, sharingThreadsAmong: share, receive: receive).run(notebook)
    }

    /// The keys of all cells, by id; nothing is computed (see `Runner.keys`).
    func keys(of notebook: Notebook, from source: NotebookSource) async -> [String: CellKey] {
        await runner(for: notebook, from: source) { _ in }.keys(of: notebook)
    }

    private func runner(
        for notebook: Notebook, from source: NotebookSource, sharingThreadsAmong share: Int = 1,
        receive: @escaping @Sendable (RunEvent) -> Void
    ) -> Runner {
        Runner(
            settings: RunSettings(
                dataDirectory: settings.data.folder, dataIdentity: settings.data.identity,
                threads: max(threads / share, 1), environment: session.environment),
            environment: environment(of: notebook, from: source), cache: settings.cache.cache(for: source, in: session),
            stopsAtFirstFailure: settings.stopsAtFirstFailure, receive: receive)
    }

    /// What a run of the notebook is done with.
    func environment(of notebook: Notebook, from source: NotebookSource) -> RunEnvironment {
        RunEnvironment(
            version: programVersion, operatingSystem: session.host.operatingSystem,
            processor: session.host.processor, kernels: kernels, threads: threads,
            seed: notebook.frontMatter.seed,
            parameters: Dictionary(notebook.frontMatter.parameters.map { ($0.name, $0.text) }) { _, last in last },
            notebookDigest: source.digest, commit: GitCheckout.commit(around: source.folder))
    }

    /// Writes the page and the record, unless the run was cut short and would replace those of an earlier one.
    ///
    /// - Parameter page: The run's page where it has been drawn before.
    func write(
        _ run: Run, drawn page: DrawnPage? = nil, from source: NotebookSource, to files: OutputFiles,
        tellingOf reporter: any CommandReporter
    ) async throws(CommandProblem) {
        if !run.proseProblems.isEmpty {
            reporter.receive(.diagnostics(run.proseProblems, file: source.file, source: run.notebook.source))
        }
        // What was computed is worth a page, but not the page of an earlier run that was better.
        guard !run.hasFailed || !files.holdGoodRun else {
            reporter.receive(.outputKept(run, files))
            return
        }
        let record = RunRecord(run)
        // The record is written while the page is drawn.
        async let recordFiles =
            [(files.record, record.json())] + (record.predictions().map { [(files.predictions, $0)] } ?? [])
        let page =
            (page
            ?? PageRenderer(
                run: run, baseDirectory: source.folder, outputDirectory: files.page.url.deletingLastPathComponent()
            ).drawn()).html()
        // Those that only a run can find: how many figures a cell has, a picture that has gone meanwhile.
        let warnings = page.warnings.filter { !source.warnings.contains($0) }
        if !warnings.isEmpty {
            reporter.receive(.diagnostics(warnings, file: source.file, source: run.notebook.source))
        }
        try FileReplacement.write([(files.page, Data(page.html.utf8))] + (await recordFiles))
        reporter.receive(.outputWritten(run, files))
    }

    /// The kernels that this machine runs, unless the environment names others.
    private static func kernels(_ session: Session) throws(CommandProblem) -> String {
        do {
            return try KernelVariant.preferred(environment: session.environment).rawValue
        } catch {
            throw CommandProblem(error.description, status: .usage)
        }
    }
}

extension Run {
    /// Whether cells are missing from its page: they failed, or the run was interrupted.
    var hasFailed: Bool { status == .failed || status == .interrupted }

    /// All that a run can say of how it went; the most important is for `CommandStatus` to choose.
    var exitStatuses: [CommandStatus] {
        var statuses: [CommandStatus] = []
        if cells.contains(where: { $0.status == .interrupted }) { statuses.append(.interrupted) }
        if cells.contains(where: { $0.status == .failed }) || !proseProblems.isEmpty { statuses.append(.failed) }
        if !failedExpectations.isEmpty { statuses.append(.expectationFailed) }
        return statuses
    }
}
