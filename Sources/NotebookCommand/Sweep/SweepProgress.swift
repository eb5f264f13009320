import NotebookCore
import NotebookEngine
import Synchronization

/// How far the runs of a sweep have come that go on at the same time.
final class SweepProgress: Sendable {
    /// One run, whose cells count alike: they differ by orders of magnitude, so that this is no more than a sign of life.
    private struct Part {
        var cells = 1
        /// Cells that have ended.
        var position = 0
        /// 0…1 of the cell that runs.
        var fraction = 0.0

        var share: Double { (Double(position) + fraction) / Double(cells) }
    }

    private let parts: Mutex<[Part]>

    init(runs: Int) {
        parts = Mutex(Array(repeating: Part(), count: runs))
    }

    /// The progress of the whole after an event of one run; nil where the event changes none.
    func after(_ event: RunEvent, ofRun index: Int) -> CellProgress? {
        parts.withLock { parts in
            switch event {
            case .runStarted: break
            case .cellStarted(_, let position, let count):
                parts[index] = Part(cells: count, position: position)
            case .cellReported(_, .progress(let progress)):
                guard let fraction = progress.fraction, !fraction.isNaN else { return nil }
                parts[index].fraction = min(max(fraction, 0), 1)
            case .cellReported, .storeNoted, .cellFinished: return nil
            case .runFinished: parts[index] = Part(position: 1)
            }
            let count = parts.count
            let finished = parts.count { $0.position == $0.cells }
            return CellProgress(
                fraction: parts.reduce(0) { $0 + $1.share } / Double(count), stage: "\(finished) of \(count) runs done")
        }
    }
}
