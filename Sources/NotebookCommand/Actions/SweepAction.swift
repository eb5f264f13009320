import Foundation
import NotebookCore
import NotebookEngine
import NotebookRendering
import Synchronization

/// Runs each notebook with every combination of a sweep's values, and writes a page of each and one that compares them.
struct SweepAction: CommandAction {
    let sweep: Sweep
    /// Runs that go on at the same time.
    let jobs: Int
    let destination: OutputDestination
    let loading: NotebookLoading
    let settings: ExecutionSettings

    var reporter: any CommandReporter { loading.reporter }

    /// One run to be.
    private struct Plan: Sendable {
        var combination: Sweep.Combination
        var source: NotebookSource
        var notebook: Notebook
        var files: OutputFiles
    }

    func perform() async throws(CommandProblem) -> CommandStatus {
        let folder = loading.session.folder
        let outputs = try destination.files(for: loading.files, in: folder).map {
            SweepOutputs(besides: $0, in: folder)
        }
        let execution = try NotebookExecution(settings, session: loading.session)
        let combinations = sweep.combinations
        guard let notebooks = loading.load(eachWith: combinations.map(\.settings)) else { return .invalidNotebook }
        try settings.cache.check(against: notebooks.map { $0[0].notebook })
        let plans = zip(notebooks, outputs).map { loaded, outputs in
            zip(loaded, combinations).map { loaded, combination in
                Plan(
                    combination: combination, source: loaded.source, notebook: loaded.notebook,
                    files: outputs.files(for: combination))
            }
        }
        try FileReplacement.prepare(plans.joined().flatMap(\.files.all) + outputs.flatMap(\.index.all))
        var statuses: [CommandStatus] = []
        for (plans, outputs) in zip(plans, outputs) {
            guard !Task.isCancelled else { return .combining(statuses + [.interrupted]) }
            let runs = try await run(plans, in: execution)
            statuses += runs.flatMap(\.run.exitStatuses)
            if Task.isCancelled { statuses.append(.interrupted) }
            if !runs.isEmpty { try write(runs, of: plans.count, to: outputs.index) }
            if settings.stopsAtFirstFailure, statuses.contains(.failed) { break }
        }
        return .combining(statuses)
    }

    /// The runs in the order of `plans`; fewer where the sweep was interrupted or stopped at a failure.
    private func run(_ plans: [Plan], in execution: NotebookExecution) async throws(CommandProblem) -> [SweepRun] {
        let jobs = min(jobs, plans.count)
        reporter.receive(.sweepStarted(file: plans[0].notebook.file, runs: plans.count, jobs: jobs))
        let executor = ThreadExecutor(threads: jobs)
        defer { executor.close() }
        let progress = SweepProgress(runs: plans.count)
        let results = await withTaskGroup(of: (Int, Result<Run, CommandProblem>).self) { group in
            var results: [Int: Result<Run, CommandProblem>] = [:]
            var isStopped = false
            for (index, plan) in plans.enumerated() {
                if index >= jobs, let (index, result) = await group.next() {
                    results[index] = result
                    if case .failure = result { isStopped = true }
                    if settings.stopsAtFirstFailure, case .success(let run) = result, run.status == .failed {
                        isStopped = true
                    }
                }
                guard !isStopped, !Task.isCancelled else { break }
                group.addTask(executorPreference: executor) {
                    (index, await run(plan, at: index, among: jobs, in: execution, progress))
                }
            }
            for await (index, result) in group { results[index] = result }
            return results
        }
        var runs: [SweepRun] = []
        for (index, plan) in plans.enumerated() {
            guard let run = try results[index]?.get() else { continue }
            runs.append(
                SweepRun(
                    settings: plan.combination.settings.map { .init($0.name, $0.text) },
                    page: plan.files.page.url.lastPathComponent, record: plan.files.record.url.lastPathComponent,
                    run: run))
        }
        return runs
    }

    /// One run with its page. Of several at the same time each is told of as a whole, once it has ended.
    private func run(
        _ plan: Plan, at index: Int, among jobs: Int, in execution: NotebookExecution, _ progress: SweepProgress
    ) async -> Result<Run, CommandProblem> {
        let section = jobs > 1 ? reporter.section() : nil
        defer { section?.tell() }
        let told = section?.reporter ?? reporter
        let run = await execution.run(plan.notebook, from: plan.source, sharingThreadsAmong: jobs) { [reporter] event in
            told.receive(.run(event))
            if section != nil, let progress = progress.after(event, ofRun: index) {
                reporter.receive(.sweepProgressed(progress))
            }
        }
        do throws(CommandProblem) {
            try await execution.write(run, from: plan.source, to: plan.files, tellingOf: told)
            return .success(run)
        } catch {
            return .failure(error)
        }
    }

    /// Writes the page and the record that compare the runs, unless some are missing or failed and there are better ones.
    private func write(_ runs: [SweepRun], of count: Int, to files: OutputFiles) throws(CommandProblem) {
        let isGood = runs.count == count && !runs.contains { $0.run.hasFailed }
        guard isGood || !files.holdGoodRun else {
            reporter.receive(.sweepEnded(files, runs: runs.count, of: count, isWritten: false))
            return
        }
        let page = PageRenderer(run: SweepReport(runs).run, baseDirectory: nil).html()
        try FileReplacement.write([(files.page, Data(page.html.utf8)), (files.record, SweepRecord(runs).json())])
        reporter.receive(.sweepEnded(files, runs: runs.count, of: count, isWritten: true))
    }
}
