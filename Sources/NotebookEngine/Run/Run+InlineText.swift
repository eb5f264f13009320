import NotebookCore

/// What stands in the prose where the notebook has an inline value.
package enum InlineText: Hashable, Sendable {
    /// The value as people read it, and whether it varies from run to run.
    case value(String, isMeasurement: Bool)
    /// Why there is none.
    case unavailable(String)
}

extension Run {
    /// What inline code stands for; nil where it is ordinary code.
    ///
    /// - Parameter literal: The inline code as written, `= percent(baseline.test.accuracy, 2)`.
    package func inlineText(for literal: String) -> InlineText? {
        guard let expression = notebook.inlineValues[literal] else { return nil }
        do {
            let result = try expression.evaluate { self[$0] }
            return .value(result.text, isMeasurement: result.isMeasurement)
        } catch {
            switch error {
            case .notANumber(let path): return .unavailable("`\(path)` is text")
            case .missing(let path): return .unavailable(reasonForMissing(path))
            case .divisionByZero(let divisor): return .unavailable("it divides by zero: `\(divisor)` is 0")
            }
        }
    }

    private func reasonForMissing(_ path: ValuePath) -> String {
        let publisher = cells.first { run in run.cell.publications.contains { $0.path == path } }
        guard let publisher else { return "no cell publishes `\(path)`" }
        switch publisher.status {
        case .skipped: return "\(publisher.cell.displayName) was skipped"
        case .waiting: return "\(publisher.cell.displayName) has not ended yet"
        case .interrupted: return "\(publisher.cell.displayName) was interrupted"
        default: return "\(publisher.cell.displayName) failed"
        }
    }
}
