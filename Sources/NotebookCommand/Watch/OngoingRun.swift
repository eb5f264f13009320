package import NotebookEngine
import Synchronization

/// Decides about a run that goes on while the notebook changes: it ends at once, or with the cell that it is in.
package final class OngoingRun: Sendable {
    private struct State {
        /// The id of the cell that runs.
        var cell: String?
        var isSuperseded = false
    }

    private let keys: [String: CellKey]
    private let state = Mutex(State())

    /// - Parameter keys: Keys of the run's cells, by id.
    package init(keys: [String: CellKey]) {
        self.keys = keys
    }

    /// Whether another notebook has taken the place of the one that runs.
    package var isSuperseded: Bool { state.withLock(\.isSuperseded) }

    /// Takes an event of the run; tells whether the run is to be cancelled now.
    package func shouldEnd(after event: RunEvent) -> Bool {
        state.withLock { state in
            switch event {
            case .cellStarted(let cell, _, _): state.cell = cell.id
            case .cellFinished: state.cell = nil
            default: return false
            }
            return state.isSuperseded
        }
    }

    /// Lets another notebook take the place of the one that runs; tells whether the run is to be cancelled now.
    ///
    /// A cell that runs goes on to its end where the other notebook has one with the same key.
    ///
    /// - Parameter wanted: The keys of the other notebook's cells, by id.
    package func supersede(by wanted: [String: CellKey]) -> Bool {
        state.withLock { state in
            state.isSuperseded = true
            guard let cell = state.cell, let key = keys[cell] else { return true }
            return !wanted.values.contains(key)
        }
    }
}
