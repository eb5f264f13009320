package import NotebookCore

/// A notebook that has been run: what each cell gave, and what it was run with.
package struct Run: Sendable {
    package let notebook: Notebook
    /// One for each cell, in the order of the notebook.
    package var cells: [CellRun]
    package let environment: RunEnvironment
    /// Published values, by path.
    package let values: [ValuePath: PublishedValue]
    /// Published measurements, by path.
    package let measurements: [ValuePath: PublishedValue]

    package init(notebook: Notebook, cells: [CellRun], environment: RunEnvironment) {
        self.notebook = notebook
        self.cells = cells
        self.environment = environment
        values = cells.reduce(into: [:]) { $0.merge($1.publishedValues) { first, _ in first } }
        measurements = cells.reduce(into: [:]) { $0.merge($1.publishedMeasurements) { first, _ in first } }
    }

    package var status: RunStatus {
        if cells.contains(where: { $0.status == .interrupted }) { return .interrupted }
        if cells.contains(where: { $0.status == .failed }) || !proseProblems.isEmpty { return .failed }
        return failedExpectations.isEmpty ? .succeeded : .expectationFailed
    }

    /// Inline values that divide by zero, with their places.
    package var proseProblems: [Diagnostic] {
        notebook.inlineValues.values.compactMap { expression in
            guard
                case .failure(.divisionByZero(let divisor)) = Result(catching: { () throws(ExpressionProblem) in
                    try expression.evaluate { self[$0] }
                })
            else { return nil }
            return Diagnostic(
                at: expression.location, "`\(expression.text)` divides by zero: `\(divisor)` is 0 in this run",
                remedy: "Divide by a value that is not 0.")
        }.sorted { ($0.location ?? .init(line: 0)) < ($1.location ?? .init(line: 0)) }
    }

    /// All expectations that do not hold, each in one line.
    package var failedExpectations: [String] { cells.flatMap { $0.result?.failedExpectations ?? [] } }

    /// What trained runs read in the images that they were measured on; those of a run and split once.
    package var answers: [ImageAnswers] {
        var told: Set<[String]> = []
        return cells.flatMap { $0.result?.answers ?? [] }.filter { told.insert([$0.run, $0.split]).inserted }
    }

    /// What a path stands for in the prose: a value, a measurement, the seed or a parameter of the run, or how its claims
    /// came out.
    package subscript(path: ValuePath) -> PublishedValue? {
        values[path] ?? measurements[path] ?? notebook.frontMatter.runValues[path] ?? claimTally.publishedValue(path)
    }

    /// How the claims of all cells came out.
    package var claimTally: ClaimTally { ClaimTally(cells.flatMap { $0.result?.claims ?? [] }) }

    /// Where the run's data come from, in the order of the cells.
    package var provenance: [DataProvenance] { cells.compactMap { $0.result?.provenance } }
}

/// How a run ended.
package enum RunStatus: String, Sendable, Codable {
    case succeeded = "ok"
    case failed
    case expectationFailed = "expectation-failed"
    case interrupted
}
