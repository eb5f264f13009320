package import Foundation
import NotebookCore

/// The record of a sweep for programs: each run's parameters, files and how it ended, and the values that differ.
package struct SweepRecord: Sendable {
    /// Version of the record's form.
    package static let schema = 1

    private let runs: [SweepRun]

    /// - Parameter runs: All of the same notebook.
    package init(_ runs: [SweepRun]) {
        self.runs = runs
    }

    /// The record as UTF-8 JSON with sorted keys and a line break at the end.
    package func json() -> Data {
        let comparison = SweepComparison(runs)
        let contents: JSONValue = [
            "schema": .integer(Self.schema),
            "notebook": runs.first.map { .string($0.run.notebook.file) } ?? .null,
            "parameters": .array((runs.first?.settings ?? []).map { .string($0.name) }),
            "runs": .array(
                runs.map { run in
                    let values = run.run.values.filter { comparison.differing.contains($0.key) }
                    return [
                        "parameters": .object(
                            Dictionary(run.settings.map { ($0.name, .string($0.text)) }) { first, _ in first }),
                        "page": .string(run.page),
                        "record": .string(run.record),
                        "status": .string(run.run.status.rawValue),
                        "values": .object(values.jsonObject),
                        "measurements": .object(run.run.measurements.jsonObject),
                    ]
                }),
        ]
        return contents.fileContents
    }
}
