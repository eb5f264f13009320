import Foundation
import NotebookCore
import Synchronization

/// A store while one notebook runs: what cannot be read or kept is told, and the run goes on without it.
final class StoreSession: Sendable {
    let cache: RunCache
    private let receive: @Sendable (RunEvent) -> Void
    private let hasToldUnkept = Mutex(false)
    private let lastRun: Mutex<LastRun?> = Mutex(nil)

    init(_ cache: RunCache, receive: @escaping @Sendable (RunEvent) -> Void) {
        self.cache = cache
        self.receive = receive
    }

    private var store: ResultStore { cache.store }

    /// The kept result, or why there is none that can be used; nil where there simply is none.
    func result(of key: CellKey, promised: [Publication]) -> Result<StoredResult, SealedFile.Fault>? {
        do throws(SealedFile.Fault) {
            guard let result = try store.result(of: key) else { return nil }
            guard result.publishes(promised) else { throw SealedFile.Fault.damaged }
            return .success(result)
        } catch {
            return .failure(error)
        }
    }

    /// What is kept of a product; nil where it has to be computed again.
    func product(of key: CellKey, cell: Cell) -> Data? {
        do {
            return try store.product(of: key)
        } catch {
            note(error, about: cell)
            return nil
        }
    }

    func save(
        _ result: CellResult, conditions: MeasurementConditions?, seconds: Double, sources: Set<StoredResult.Source>,
        as key: CellKey
    ) {
        keeping { () throws(SystemError) in
            // A product that cannot be put into bytes is no reason to lose the rest: it can be computed again.
            let product = (try? result.product?.archived()).flatMap(\.self) ?? Data()
            try store.save(
                StoredResult(result, conditions: conditions, seconds: seconds, sources: sources), product: product,
                as: key)
        }
    }

    /// The checkpoints of a computation. One that begins anew leaves some and goes on from none.
    func checkpoints(
        of key: CellKey, isRefreshed: Bool, resumes: @escaping @Sendable (String) -> Void = { _ in }
    ) -> CellCheckpoints {
        CellCheckpoints(
            load: { [store] in isRefreshed ? [] : store.checkpoints(of: key) },
            save: { [self] state in
                keeping { () throws(SystemError) in try store.saveCheckpoint(state, of: key) }
            }, resumes: resumes)
    }

    /// Waits until no other run computes the key; nil where locks cannot be had.
    func lock(_ key: CellKey, waiting: () -> Void) async throws -> KeyLock? {
        var isWaiting = false
        while true {
            do {
                if let lock = try store.lock(key.identity) { return lock }
            } catch {
                tellUnkept(error)
                return nil
            }
            if !isWaiting { waiting() }
            isWaiting = true
            try await Task.sleep(for: .milliseconds(50))
        }
    }

    /// Why a cell is computed whose result is not in the store, seen from the notebook's last run.
    func explanation(of cell: Cell, key: CellKey) -> CellExplanation {
        let last = lastRun.withLock { lastRun in
            let last = lastRun ?? store.lastRun(of: cache.notebook)
            lastRun = last
            return last
        }
        guard !last.cells.isEmpty else { return .firstRun }
        guard let before = last.cell(id: cell.id, directive: cell.directiveName, digest: key.digest) else {
            return .newCell
        }
        let changes = InputChange.between(before.inputs, key.inputs)
        return changes.isEmpty ? .missing : .changed(changes)
    }

    /// Keeps what the cells were made from, for the next run to compare with. Of a cell that did not end well, what it was
    /// made from before.
    func remember(_ cells: [FinishedCell]) {
        guard !cache.isReadOnly else { return }
        let last = store.lastRun(of: cache.notebook)
        let kept = cells.compactMap { finished -> LastRun.Cell? in
            let cell = finished.run.cell
            guard let key = finished.key else {
                return last.cells.first { $0.id == cell.id && $0.directive == cell.directiveName }
            }
            return LastRun.Cell(
                id: cell.id, directive: cell.directiveName, digest: key.digest, inputs: key.inputs)
        }
        guard kept != last.cells else { return }
        keeping { () throws(SystemError) in try store.save(LastRun(cells: kept), of: cache.notebook) }
    }

    func note(_ fault: SealedFile.Fault, about cell: Cell) {
        receive(.storeNoted("what was kept of \(cell.displayName) \(fault.text); it is computed anew"))
    }

    private func keeping(_ work: () throws(SystemError) -> Void) {
        do {
            try work()
        } catch {
            tellUnkept(error)
        }
    }

    private func tellUnkept(_ error: SystemError) {
        let isFirst = hasToldUnkept.withLock { hasTold in
            defer { hasTold = true }
            return !hasTold
        }
        guard isFirst else { return }
        receive(.storeNoted("nothing is kept for later runs in \(store.folder): \(error.message)"))
    }
}

extension StoredResult {
    /// Whether it has all that a cell promises to publish, and no more.
    fileprivate func publishes(_ promised: [Publication]) -> Bool {
        Set(promised.filter { $0.kind != .measurement }.map(\.path.text)) == Set(values.keys)
            && Set(promised.filter { $0.kind == .measurement }.map(\.path.text)) == Set(measurements.keys)
    }
}
