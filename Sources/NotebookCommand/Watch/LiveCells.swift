import NotebookCore
import NotebookEngine
import NotebookRendering
import Synchronization

/// Shows on a live page how the cells of a run come along, as often as an eye can follow.
final class LiveCells: Sendable {
    private struct State {
        var update: CellUpdate
        /// When it was last shown, and when its outputs were; nil to show what comes next.
        var shownAt: ContinuousClock.Instant?
        var outputsShownAt: ContinuousClock.Instant?
    }

    private let page: LivePage
    private let state = Mutex<State?>(nil)

    init(on page: LivePage) {
        self.page = page
    }

    private static let interval = Duration.milliseconds(100)
    /// Curves cost more to draw than an epoch of a small network takes.
    private static let outputsInterval = Duration.milliseconds(400)

    func receive(_ event: RunEvent) {
        switch event {
        case .cellStarted(let cell, _, _):
            let update = CellUpdate(cell: cell.id, stage: "begins")
            state.withLock { $0 = State(update: update) }
            page.show(update)
        case .cellReported(let cell, .progress(let progress)):
            let update = CellUpdate(
                cell: cell.id, stage: progress.stage,
                fraction: progress.fraction.flatMap { $0.isFinite ? min(max($0, 0), 1) : nil },
                figures: progress.figures.map(ProgressLine.text),
                left: progress.secondsLeft.flatMap(ProgressLine.clock).map { "\($0) left" })
            if isDue(\.shownAt, Self.interval, update) { page.show(update) }
        case .cellReported(let cell, .partialOutputs(let outputs)):
            guard isDue(\.outputsShownAt, Self.outputsInterval) else { return }
            var update = state.withLock { $0?.update } ?? CellUpdate(cell: cell.id, stage: "begins")
            update.html = LiveOutputs(outputs, of: cell).html
            page.show(update)
        case .cellFinished(let run, _, _): page.end(cell: run.cell.id)
        case .runFinished: page.endCells()
        case .runStarted, .cellReported(_, .milestone), .storeNoted: break
        }
    }

    /// Whether something was last shown so long ago; if so, it counts as shown now.
    private func isDue(
        _ time: WritableKeyPath<State, ContinuousClock.Instant?>, _ interval: Duration,
        _ update: CellUpdate? = nil
    ) -> Bool {
        state.withLock { state in
            guard let shown = state else { return false }
            if let last = shown[keyPath: time], last.duration(to: .now) < interval { return false }
            state?[keyPath: time] = .now
            if let update { state?.update = update }
            return true
        }
    }
}
