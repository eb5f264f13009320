import Foundation
import NotebookCore
import NotebookEngine
import NotebookRendering
import TensorKernels

/// Checks notebooks, runs them one after the other, and writes a page and a record of each.
struct RunAction: Sendable {
    let files: [String]
    let destination: OutputDestination
    let overrides: NotebookOverrides
    let dataFolder: String?
    let threads: Int?
    let cache: CacheUsage
    let stopsAtFirstFailure: Bool
    let session: Session
    let reporter: any CommandReporter

    /// Does it all; whatever goes wrong is told to the reporter.
    func perform() async -> CommandStatus {
        do throws(CommandProblem) {
            let outputs = try destination.files(for: files, in: session.folder)
            let kernels = try kernels()
            let loading = NotebookLoading(files: files, overrides: overrides, session: session, reporter: reporter)
            guard let notebooks = loading.load() else { return .invalidNotebook }
            try cache.check(against: notebooks.map(\.notebook))
            // Before anything runs: nobody should lose an hour's results to a folder that cannot be written to.
            try FileReplacement.prepare(outputs.flatMap(\.all))
            var statuses: [CommandStatus] = []
            for ((source, notebook), files) in zip(notebooks, outputs) {
                guard !Task.isCancelled else { return .combining(statuses + [.interrupted]) }
                statuses += try await run(notebook, from: source, kernels: kernels, writing: files)
                if stopsAtFirstFailure, statuses.contains(.failed) { break }
            }
            return .combining(statuses)
        } catch {
            reporter.receive(.problem(error))
            return error.status
        }
    }

    private func run(
        _ notebook: Notebook, from source: NotebookSource, kernels: String, writing files: OutputFiles
    ) async throws(CommandProblem) -> [CommandStatus] {
        let threads = threads ?? session.host.cores
        let runner = Runner(
            settings: RunSettings(dataDirectory: dataFolder, threads: threads, environment: session.environment),
            environment: RunEnvironment(
                version: programVersion, operatingSystem: session.host.operatingSystem,
                processor: session.host.processor, kernels: kernels, threads: threads,
                seed: notebook.frontMatter.seed,
                parameters: Dictionary(notebook.frontMatter.parameters.map { ($0.name, $0.text) }) { _, last in last }),
            cache: cache.cache(for: source, in: session), stopsAtFirstFailure: stopsAtFirstFailure
        ) { [reporter] in reporter.receive(.run($0)) }
        let run = await runner.run(notebook)
        // What was computed is worth a page, but not the page of an earlier run that was whole.
        if run.isCutShort, files.all.contains(where: \.exists) {
            reporter.receive(.outputKept(run, files))
        } else {
            try write(run, from: source, to: files)
        }
        return run.exitStatuses
    }

    private func write(_ run: Run, from source: NotebookSource, to files: OutputFiles) throws(CommandProblem) {
        let page = PageRenderer(run: run, baseDirectory: source.folder).html()
        if !page.warnings.isEmpty {
            reporter.receive(.diagnostics(page.warnings, file: source.file, source: run.notebook.source))
        }
        let record: Data
        do {
            record = try RunRecord(run).json()
        } catch {
            throw CommandProblem("`\(files.record.path)` cannot be written: \(error)", status: .failed)
        }
        try FileReplacement.write([(files.page, Data(page.html.utf8)), (files.record, record)])
        reporter.receive(.outputWritten(run, files))
    }

    /// The kernels that this machine runs, unless the environment names others.
    private func kernels() throws(CommandProblem) -> String {
        do {
            return try KernelVariant.preferred(environment: session.environment).rawValue
        } catch {
            throw CommandProblem(error.description, status: .usage)
        }
    }
}

extension Run {
    /// Whether something outside the notebook kept the run from its end: a signal, or data that cannot be read.
    fileprivate var isCutShort: Bool {
        status == .interrupted || cells.contains { $0.failure?.concernsInputFiles ?? false }
    }

    /// All that a run can say of how it went; the most important is for `CommandStatus` to choose.
    fileprivate var exitStatuses: [CommandStatus] {
        var statuses: [CommandStatus] = []
        if cells.contains(where: { $0.status == .interrupted }) { statuses.append(.interrupted) }
        if cells.contains(where: { $0.status == .failed }) { statuses.append(.failed) }
        if !failedExpectations.isEmpty { statuses.append(.expectationFailed) }
        return statuses
    }
}
