package import NotebookCore

/// Runs the cells of a notebook in the order of their dependencies, otherwise as written.
package struct Runner: Sendable {
    private let settings: RunSettings
    private let environment: RunEnvironment
    private let stopsAtFirstFailure: Bool
    private let receive: @Sendable (RunEvent) -> Void

    /// - Parameters:
    ///   - stopsAtFirstFailure: Whether the cells after a failed one are skipped even where they do not need it.
    ///   - receive: Told of everything that happens, in order.
    package init(
        settings: RunSettings, environment: RunEnvironment, stopsAtFirstFailure: Bool = false,
        receive: @escaping @Sendable (RunEvent) -> Void = { _ in }
    ) {
        self.settings = settings
        self.environment = environment
        self.stopsAtFirstFailure = stopsAtFirstFailure
        self.receive = receive
    }

    /// Runs all cells. Cancelling the task interrupts the running cell; those behind it are marked as interrupted too.
    package func run(_ notebook: Notebook) async -> Run {
        receive(.runStarted(notebook: notebook))
        let graph = DependencyGraph(cells: notebook.cells)
        var finished: [Int: CellRun] = [:]
        for (position, index) in graph.executionOrder.enumerated() {
            let cell = notebook.cells[index]
            let cellRun: CellRun
            let needed = graph.dependencies[index].compactMap { finished[$0] }
            if let skipped = skip(cell, needing: needed, among: finished) {
                cellRun = skipped
            } else if Task.isCancelled {
                cellRun = CellRun(
                    cell: cell, status: .interrupted, result: nil,
                    failure: CellFailure("the run was interrupted before this cell"), seconds: 0, substituteFor: nil)
            } else {
                receive(.cellStarted(cell, position: position, count: notebook.cells.count))
                cellRun = await run(cell, needing: ancestors(of: index, in: graph).compactMap { finished[$0] })
            }
            finished[index] = cellRun
            receive(.cellFinished(cellRun, position: position, count: notebook.cells.count))
        }
        let run = Run(
            notebook: notebook, cells: notebook.cells.indices.compactMap { finished[$0] }, environment: environment)
        receive(.runFinished(run))
        return run
    }

    /// The cell as skipped, where it has to be: a cell that it needs did not end well, or the run stops at a failure.
    private func skip(_ cell: Cell, needing needed: [CellRun], among finished: [Int: CellRun]) -> CellRun? {
        let cause: String
        let reason: String
        if let missing = needed.first(where: { $0.status == .failed || $0.status == .skipped }) {
            cause = missing.skippedFor ?? missing.cell.displayName
            reason = "skipped, because \(cause) failed"
        } else if stopsAtFirstFailure, let failed = finished.values.first(where: { $0.status == .failed }) {
            cause = failed.cell.displayName
            reason = "skipped, because \(cause) failed and the run stops at the first failure"
        } else {
            return nil
        }
        return CellRun(
            cell: cell, status: .skipped, result: nil, failure: CellFailure(reason), seconds: 0, skippedFor: cause,
            substituteFor: nil)
    }

    /// All cells that the cell at `index` needs, directly or through others.
    private func ancestors(of index: Int, in graph: DependencyGraph) -> [Int] {
        var found: Set<Int> = []
        var pending = graph.dependencies[index]
        while let next = pending.popLast() {
            if found.insert(next).inserted { pending += graph.dependencies[next] }
        }
        return found.sorted()
    }

    private func run(_ cell: Cell, needing ancestors: [CellRun]) async -> CellRun {
        let substitute = ancestors.lazy.compactMap(\.result?.provenance?.substituteFor).first
        let clock = ContinuousClock()
        let start = clock.now
        func finish(_ status: CellStatus, _ result: CellResult?, _ failure: CellFailure?) -> CellRun {
            let duration = (clock.now - start).components
            return CellRun(
                cell: cell, status: status, result: result, failure: failure,
                seconds: Double(duration.seconds) + Double(duration.attoseconds) / 1e18,
                substituteFor: result?.provenance?.substituteFor ?? substitute)
        }
        do {
            let result = try await cell.directive.run(in: context(for: cell, ancestors))
            let promised = cell.directive.publications
            precondition(
                Set(promised.filter { $0.kind == .value }.map(\.path)) == Set(result.values.keys)
                    && Set(promised.filter { $0.kind == .measurement }.map(\.path)) == Set(result.measurements.keys),
                "\(cell.directiveName) does not publish what it promised")
            return finish(.ok, result, nil)
        } catch let failure as CellFailure {
            return finish(.failed, nil, failure)
        } catch is CancellationError {
            return finish(.interrupted, nil, CellFailure("the run was interrupted in this cell"))
        } catch {
            return finish(.failed, nil, CellFailure(String(describing: error)))
        }
    }

    private func context(for cell: Cell, _ ancestors: [CellRun]) -> CellContext {
        var products: [String: any CellProduct] = [:]
        var values: [ValuePath: PublishedValue] = [:]
        for other in ancestors {
            guard let result = other.result else { continue }
            if let label = other.cell.label { products[label] = result.product }
            values.merge(other.publishedValues) { _, new in new }
            values.merge(other.publishedMeasurements) { _, new in new }
        }
        let streamLabel = cell.directive.streamLabel ?? cell.id
        let seed = environment.seed
        return CellContext(
            settings: settings, products: products, values: values,
            randomKey: { RandomKey.derive(seed: seed, label: streamLabel, purpose: $0) },
            report: { [receive] in receive(.cellReported(cell, $0)) })
    }
}
