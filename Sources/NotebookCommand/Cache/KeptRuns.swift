import NotebookCore
import NotebookEngine

/// Runs notebooks from what earlier runs have kept, without computing anything.
struct KeptRuns: Sendable {
    private let execution: NotebookExecution
    private let reporter: any CommandReporter

    init(
        data: DataSelection, cache: CacheLocation, session: Session, reporter: any CommandReporter
    ) throws(CommandProblem) {
        execution = try NotebookExecution(
            ExecutionSettings(data: data, cache: CacheUsage(location: cache, isReadOnly: true)),
            session: session)
        self.reporter = reporter
    }

    /// The notebook's run, all of whose cells have ended well.
    func run(_ notebook: Notebook, from source: NotebookSource) async throws(CommandProblem) -> Run {
        let run = await execution.run(notebook, from: source) { [reporter] event in
            // What the store has to say matters; that cells are taken from it is what was asked for.
            if case .storeNoted = event { reporter.receive(.run(event)) }
        }
        if let stopped = run.cells.first(where: { $0.status == .interrupted }) {
            throw CommandProblem("interrupted before \(stopped.cell.displayName)", status: .interrupted)
        }
        let failed = run.cells.filter { $0.status == .failed }
        guard let first = failed.first, let failure = first.failure else { return run }
        guard failure == .resultNotKept else {
            throw CommandProblem(
                "\(first.cell.displayName) of `\(source.file)`: \(failure.summary)", remedy: failure.remedy,
                status: .failed)
        }
        let others = run.cells.count { $0.status != .ok } - 1
        let more = others == 0 ? "" : ", nor those of \(others) \(others == 1 ? "other cell" : "other cells")"
        throw CommandProblem(
            "the results of \(first.cell.displayName) in `\(source.file)` have not been kept\(more)",
            remedy: "Run it first, with the same options: `notebook run \(source.file)`.", status: .failed)
    }
}
