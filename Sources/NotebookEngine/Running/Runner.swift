package import NotebookCore

/// Runs the cells of a notebook in the order of their dependencies, otherwise as written.
package struct Runner: Sendable {
    private let settings: RunSettings
    private let environment: RunEnvironment
    private let cache: RunCache?
    private let stopsAtFirstFailure: Bool
    private let receive: @Sendable (RunEvent) -> Void

    /// - Parameters:
    ///   - cache: Where results are kept; nil computes every cell and keeps nothing.
    ///   - stopsAtFirstFailure: Whether the cells after a failed one are skipped even where they do not need it.
    ///   - receive: Told of everything that happens, in order.
    package init(
        settings: RunSettings, environment: RunEnvironment, cache: RunCache? = nil, stopsAtFirstFailure: Bool = false,
        receive: @escaping @Sendable (RunEvent) -> Void = { _ in }
    ) {
        self.settings = settings
        self.environment = environment
        self.cache = cache
        self.stopsAtFirstFailure = stopsAtFirstFailure
        self.receive = receive
    }

    /// Runs all cells. Cancelling the task interrupts the running cell; those behind it are marked as interrupted too.
    package func run(_ notebook: Notebook) async -> Run {
        receive(.runStarted(notebook: notebook))
        let graph = DependencyGraph(cells: notebook.cells)
        let session = cache.map { StoreSession($0, receive: receive) }
        let refreshed = graph.dependents(
            of: notebook.cells.indices.filter { index in
                cache?.refreshed.contains(notebook.cells[index].id) ?? false
            })
        var finished: [Int: FinishedCell] = [:]
        for (position, index) in graph.executionOrder.enumerated() {
            let cell = notebook.cells[index]
            let outcome: FinishedCell
            let needed = graph.dependencies[index].compactMap { finished[$0] }
            if let skipped = skip(cell, needing: needed.map(\.run), among: finished.values.map(\.run)) {
                outcome = FinishedCell(run: skipped)
            } else if Task.isCancelled {
                outcome = FinishedCell(
                    run: CellRun(
                        cell: cell, status: .interrupted, result: nil,
                        failure: CellFailure("the run was interrupted before this cell"), seconds: 0,
                        substituteFor: nil))
            } else {
                let execution = CellExecution(
                    cell: cell, settings: settings, environment: environment,
                    runValues: notebook.frontMatter.runValues, store: session,
                    isRefreshed: refreshed.contains(index), needed: needed,
                    ancestors: graph.ancestors(of: index).compactMap { finished[$0] }, receive: receive,
                    tellStart: FirstCall { [receive] in
                        receive(.cellStarted(cell, position: position, count: notebook.cells.count))
                    })
                outcome = await execution.perform()
            }
            finished[index] = outcome
            receive(.cellFinished(outcome.run, position: position, count: notebook.cells.count))
        }
        let outcomes = notebook.cells.indices.compactMap { finished[$0] }
        session?.remember(outcomes)
        let run = Run(notebook: notebook, cells: outcomes.map(\.run), environment: environment)
        receive(.runFinished(run))
        return run
    }

    /// The keys of all cells, by id, without anything being computed; files are looked for as a run would, and fetched if
    /// need be. Cells whose files cannot be had are left out, with those that need them.
    package func keys(of notebook: Notebook) async -> [String: CellKey] {
        let graph = DependencyGraph(cells: notebook.cells)
        let session = cache.map { StoreSession($0, receive: { _ in }) }
        var keys: [Int: CellKey] = [:]
        var substitutes: [Int: String] = [:]
        for index in graph.executionOrder {
            let needed = graph.dependencies[index]
            guard needed.allSatisfy({ keys[$0] != nil }) else { continue }
            let cell = notebook.cells[index]
            let execution = CellExecution(
                cell: cell, settings: settings, environment: environment, runValues: notebook.frontMatter.runValues,
                store: session, isRefreshed: false,
                needed: [], ancestors: [], receive: { _ in }, tellStart: FirstCall {})
            guard let findings = try? await execution.find() else { continue }
            let inherited = graph.ancestors(of: index).lazy.compactMap { substitutes[$0] }.first
            substitutes[index] = findings.provenance?.substituteFor
            keys[index] = CellKey(
                cell, in: environment, runValues: notebook.frontMatter.runValues, findings: findings,
                substituteFor: inherited,
                needing: needed.compactMap { position in keys[position].map { (notebook.cells[position], $0) } })
        }
        return Dictionary(uniqueKeysWithValues: keys.map { (notebook.cells[$0.key].id, $0.value) })
    }

    /// The cell as skipped, where it has to be: a cell that it needs did not end well, or the run stops at a failure.
    private func skip(_ cell: Cell, needing needed: [CellRun], among finished: [CellRun]) -> CellRun? {
        let cause: String
        let reason: String
        if let missing = needed.first(where: { $0.status == .failed || $0.status == .skipped }) {
            cause = missing.skippedFor ?? missing.cell.displayName
            reason = "skipped, because \(cause) failed"
        } else if stopsAtFirstFailure, let failed = finished.first(where: { $0.status == .failed }) {
            cause = failed.cell.displayName
            reason = "skipped, because \(cause) failed and the run stops at the first failure"
        } else {
            return nil
        }
        return CellRun(
            cell: cell, status: .skipped, result: nil, failure: CellFailure(reason), seconds: 0, skippedFor: cause,
            substituteFor: nil)
    }
}
