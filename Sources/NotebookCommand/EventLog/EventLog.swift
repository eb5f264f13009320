package import Foundation
import NotebookCore
import NotebookEngine
import Synchronization

/// Tells programs what happens: one JSON object a line for each event.
///
/// `Documentation/event-log.md` says which events there are and what their objects hold.
package final class EventLog: CommandReporter {
    private let output: TextOutput
    private let isQuiet: Bool
    private let now: @Sendable () -> Date
    /// The notebook whose cells are told of.
    private let file = Mutex<String?>(nil)

    /// - Parameter isQuiet: Whether to tell of diagnostics and problems alone, and of cells that did not end well.
    package init(output: TextOutput, isQuiet: Bool = false, now: @escaping @Sendable () -> Date = { Date() }) {
        self.output = output
        self.isQuiet = isQuiet
        self.now = now
    }

    package func receive(_ event: CommandEvent) {
        if case .run(.runStarted(let notebook)) = event { file.withLock { $0 = notebook.file } }
        for record in records(of: event) { output.write(line(for: record)) }
    }

    package func section() -> ReporterSection {
        let held = HeldText()
        return ReporterSection(
            reporter: EventLog(output: held.output(like: output), isQuiet: isQuiet, now: now),
            tell: { self.output.write(held.take()) })
    }

    private func records(of event: CommandEvent) -> [any EventRecord] {
        switch event {
        case .diagnostics(let diagnostics, let file, _):
            diagnostics.filter { !isQuiet || $0.severity == .error }.map { DiagnosticRecord($0, file: file) }
        case .problem(let problem): [ProblemRecord(problem)]
        case .run(.cellFinished(let run, _, _)):
            !isQuiet || run.isWorthReporting ? [CellFinishedRecord(run, file: file.withLock(\.self))] : []
        case .watch(.ended), .interruptionReceived: [InterruptedRecord()]
        case _ where isQuiet: []
        case .run(.runStarted(let notebook)): [RunStartedRecord(notebook)]
        case .run(.cellStarted(let cell, let position, let count)):
            [CellStartedRecord(cell, position: position, count: count)]
        case .run(.cellReported(let cell, .progress(let progress))): [CellProgressRecord(progress, of: cell)]
        case .run(.cellReported(let cell, .milestone(let text))): [CellMilestoneRecord(cell: cell.id, text: text)]
        case .run(.cellReported(_, .partialOutputs)): []
        case .run(.storeNoted(let text)): [StoreNotedRecord(text: text)]
        case .run(.runFinished(let run)): [RunFinishedRecord(file: run.notebook.file, status: run.status)]
        case .outputWritten(let run, let files): [OutputRecord("output-written", run, files)]
        case .outputKept(let run, let files): [OutputRecord("output-kept", run, files)]
        case .sweepStarted(let file, let runs, let jobs): [SweepStartedRecord(file: file, runs: runs, jobs: jobs)]
        case .sweepProgressed: []
        case .sweepEnded(let files, let runs, let count, let isWritten):
            [SweepEndedRecord(files, runs: runs, of: count, isWritten: isWritten)]
        case .watch(.serving(let address, let takenPort)): [WatchServingRecord(address: address, takenPort: takenPort)]
        case .watch(.browserMissing(let address)): [WatchBrowserMissingRecord(address: address)]
        case .watch(.waiting(let file, let address)): [WatchWaitingRecord(file: file, address: address)]
        case .watch(.filesChanged(let files)): [WatchFilesChangedRecord(files: files)]
        }
    }

    private func line(for record: any EventRecord) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.keyEncodingStrategy = .custom { path in KebabCaseKey(path[path.count - 1].stringValue) }
        let time = now().formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
        guard let data = try? encoder.encode(Stamped(record: record, time: time)) else {
            preconditionFailure("an event has a key or a number that JSON cannot hold")
        }
        return String(decoding: data, as: UTF8.self) + "\n"
    }
}

extension CellRun {
    fileprivate var isWorthReporting: Bool { status != .ok || !(result?.failedExpectations ?? []).isEmpty }
}
