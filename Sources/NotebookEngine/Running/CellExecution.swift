package import NotebookCore
import Synchronization

/// Brings one cell to its end: takes its result from the store, or computes and keeps it.
struct CellExecution: Sendable {
    let cell: Cell
    let settings: RunSettings
    let environment: RunEnvironment
    let runValues: RunValues
    let store: StoreSession?
    /// Whether the result has to be computed whatever was kept.
    let isRefreshed: Bool
    /// The cells that this one needs directly; all have ended well.
    let needed: [FinishedCell]
    /// The same and those that they need.
    let ancestors: [FinishedCell]
    let receive: @Sendable (RunEvent) -> Void
    /// Tells that work has begun, at its first call; nobody is told of a result that is taken from the store.
    let tellStart: FirstCall
    private let resumption = Resumption()

    /// Where interrupted work would go on.
    private final class Resumption: Sendable {
        private let text = Mutex<String?>(nil)
        var place: String? { text.withLock { $0 } }
        func resumes(at place: String) { text.withLock { $0 = place } }
    }

    func perform() async -> FinishedCell {
        let start = ContinuousClock.now
        func ended(_ status: CellStatus, _ failure: CellFailure) -> FinishedCell {
            tellStart()
            return FinishedCell(
                run: CellRun(
                    cell: cell, status: status, result: nil, failure: failure, seconds: start.secondsToNow,
                    substituteFor: substitute))
        }
        do {
            return try await end(find())
        } catch let failure as CellFailure {
            return ended(.failed, failure)
        } catch is CancellationError {
            return ended(
                .interrupted,
                CellFailure(
                    "the run was interrupted in this cell",
                    remedy: resumption.place.map { "Run again to resume at \($0)." }))
        } catch {
            return ended(.failed, CellFailure(String(describing: error)))
        }
    }

    /// Looks for what the cell needs from outside the notebook.
    func find() async throws -> CellFindings { try await cell.directive.find(in: context(report: report)) }

    private func end(_ findings: CellFindings) async throws -> FinishedCell {
        let key = key(findings)
        guard let store else { return try await compute(key, findings) }
        let explanation: CellExplanation
        switch lookUp(key, findings, in: store) {
        case .found(let finished): return finished
        case .absent(let reason): explanation = reason
        }
        guard !store.cache.isReadOnly else {
            throw CellFailure.resultNotKept
        }
        tellStart()
        let lock = try await store.lock(key) {
            report(.progress(CellProgress(fraction: nil, stage: "waiting for another run that computes the same")))
        }
        defer { lock?.release() }
        // Another run may have computed it since it was looked for.
        if case .found(let finished) = lookUp(key, findings, in: store, isFirst: false) { return finished }
        return try await compute(key, findings, keepingIn: store, because: explanation)
    }

    private enum LookUp {
        case found(FinishedCell)
        case absent(CellExplanation)
    }

    private func lookUp(
        _ key: CellKey, _ findings: CellFindings, in store: StoreSession, isFirst: Bool = true
    ) -> LookUp {
        guard !isRefreshed else { return .absent(.refreshed) }
        let start = ContinuousClock.now
        switch store.result(of: key, promised: cell.publications) {
        case nil:
            return .absent(isFirst ? store.explanation(of: cell, key: key) : .missing)
        case .failure(let fault)?:
            if isFirst { store.note(fault, about: cell) }
            return .absent(.unusable(fault.text))
        case .success(let stored)?:
            if let other = needed.first(where: { !stored.sources.contains($0.source) }) {
                return .absent(.measuredAnew(other.run.cell.displayName))
            }
            let result = stored.result.from(findings.provenance)
            let run = CellRun(
                cell: cell, status: .ok, result: result, failure: nil, seconds: stored.seconds,
                loadSeconds: start.secondsToNow, isCached: true, explanation: .kept, files: findings.files,
                conditions: stored.conditions, substituteFor: result.provenance?.substituteFor ?? substitute)
            return .found(FinishedCell(run: run, key: key, product: restoredProduct(key, findings, from: store)))
        }
    }

    private func compute(
        _ key: CellKey, _ findings: CellFindings, keepingIn store: StoreSession? = nil,
        because explanation: CellExplanation? = nil
    ) async throws -> FinishedCell {
        tellStart()
        let start = ContinuousClock.now
        let checkpoints =
            store?.checkpoints(of: key, isRefreshed: isRefreshed) { [resumption] in
                resumption.resumes(at: $0)
            } ?? .none
        let result = try await cell.directive.run(
            in: context(findings: findings, checkpoints: checkpoints, report: report)
        ).from(findings.provenance)
        let promised = cell.publications
        precondition(
            Set(promised.filter { $0.kind != .measurement }.map(\.path)) == Set(result.values.keys)
                && Set(promised.filter { $0.kind == .measurement }.map(\.path)) == Set(result.measurements.keys),
            "\(cell.directiveName) does not publish what it promised")
        let seconds = start.secondsToNow
        let conditions = result.measurements.isEmpty ? nil : conditions
        store?.save(
            result, conditions: conditions, seconds: seconds, sources: Set(needed.map(\.source)), as: key)
        let run = CellRun(
            cell: cell, status: .ok, result: result, failure: nil, seconds: seconds, explanation: explanation,
            files: findings.files, conditions: conditions,
            substituteFor: result.provenance?.substituteFor ?? substitute)
        return FinishedCell(run: run, key: key, product: LazyProduct(result.product))
    }

    /// The product of a kept result; where it cannot be made again from what was kept, the work is done again.
    private func restoredProduct(
        _ key: CellKey, _ findings: CellFindings, from store: StoreSession
    ) -> LazyProduct {
        LazyProduct { report in
            let context = context(
                findings: findings, checkpoints: store.checkpoints(of: key, isRefreshed: false), report: report)
            if let archive = store.product(of: key, cell: cell) {
                do {
                    return try await cell.directive.restoreProduct(from: archive, in: context)
                } catch  where !(error is CellFailure || error is CancellationError) {
                    store.note(.damaged, about: cell)
                }
            }
            guard let product = try await cell.directive.run(in: context).product else {
                preconditionFailure("\(cell.directiveName) has made no product that another cell needs")
            }
            return product
        }
    }

    // MARK: What the cell works with

    private func key(_ findings: CellFindings) -> CellKey {
        CellKey(
            cell, in: environment, runValues: runValues, findings: findings, substituteFor: substitute,
            needing: needed.compactMap { finished in finished.key.map { (finished.run.cell, $0) } })
    }

    private func context(
        findings: CellFindings = CellFindings(), checkpoints: CellCheckpoints = .none,
        report: @escaping @Sendable (CellReport) -> Void
    ) -> CellContext {
        var products: [String: LazyProduct] = [:]
        var values: [ValuePath: PublishedValue] = [:]
        for other in ancestors {
            if let label = other.run.cell.label { products[label] = other.product }
            values.merge(other.run.publishedValues) { _, new in new }
            values.merge(other.run.publishedMeasurements) { _, new in new }
        }
        for case .value(let path) in cell.references.map(\.target) where values[path] == nil {
            values[path] = runValues[path]
        }
        let streamLabel = cell.directive.streamLabel ?? cell.id
        let seed = environment.seed
        let drawsRandomNumbers = type(of: cell.directive).drawsRandomNumbers
        return CellContext(
            settings: settings, findings: findings, checkpoints: checkpoints, values: values,
            product: { [products] label in
                try await products[label]?.value { made in
                    if case .progress = made { report(made) }
                }
            },
            randomKey: { [name = cell.directiveName] purpose in
                precondition(drawsRandomNumbers, "\(name) does not say that it draws random numbers")
                return RandomKey.derive(seed: seed, label: streamLabel, purpose: purpose)
            },
            fileDigest: { [store] path, compute in
                try store?.cache.store.digests.digest(ofFile: path, compute) ?? compute()
            },
            report: report)
    }

    private var report: @Sendable (CellReport) -> Void {
        { [cell, receive, tellStart] in
            tellStart()
            receive(.cellReported(cell, $0))
        }
    }

    /// What a measurement that is taken now is taken with.
    private var conditions: MeasurementConditions {
        MeasurementConditions(
            threads: settings.threads ?? environment.threads, processor: environment.processor,
            kernels: environment.kernels)
    }

    private var substitute: String? { ancestors.lazy.compactMap(\.run.result?.provenance?.substituteFor).first }
}

/// Calls what it was made with at its first call.
final class FirstCall: Sendable {
    private let hasBeen = Mutex(false)
    private let action: @Sendable () -> Void

    init(_ action: @escaping @Sendable () -> Void) {
        self.action = action
    }

    func callAsFunction() {
        let isFirst = hasBeen.withLock { hasBeen in
            defer { hasBeen = true }
            return !hasBeen
        }
        if isFirst { action() }
    }
}

extension CellResult {
    /// The same with where its data come from as this run sees it.
    fileprivate func from(_ provenance: DataProvenance?) -> CellResult {
        guard let provenance else { return self }
        var result = self
        result.provenance = provenance
        return result
    }
}

extension CellFailure {
    /// Of a cell that was neither to be computed nor could be taken from the store.
    package static let resultNotKept = CellFailure(
        "its result has not been kept", remedy: "Run the notebook first, with `notebook run`.")
}

extension FinishedCell {
    fileprivate var source: StoredResult.Source {
        StoredResult.Source(identity: key?.identity ?? "", stamp: run.result?.stamp ?? "")
    }
}

extension ContinuousClock.Instant {
    fileprivate var secondsToNow: Double { (ContinuousClock.now - self) / .seconds(1) }
}
