package import Foundation
import NotebookCore

/// A run's record for programs: `output/NAME.json`.
///
/// Flat values by dotted path; not-a-number is null. Measurements stand apart, because they vary from run to run.
package struct RunRecord: Sendable {
    /// Version of the record's form.
    package static let schema = 1

    private let run: Run

    package init(_ run: Run) {
        self.run = run
    }

    /// The record as UTF-8 JSON with sorted keys and a line break at the end.
    package func json() -> Data { contents.fileContents }

    private var contents: JSONValue {
        [
            "schema": .integer(Self.schema),
            "status": .string(run.status.rawValue),
            "notebook": .string(run.notebook.file),
            "title": run.notebook.frontMatter.title.map { .string($0) } ?? .null,
            "environment": environment,
            "cells": .array(run.cells.map(Self.cell)),
            "values": .object(run.values.jsonObject),
            "measurements": .object(run.measurements.jsonObject),
            "failed-expectations": .array(run.failedExpectations.map { .string($0) }),
        ]
    }

    private var environment: JSONValue {
        let environment = run.environment
        return [
            "version": .string(environment.version),
            "operating-system": .string(environment.operatingSystem),
            "processor": .string(environment.processor),
            "kernels": .string(environment.kernels),
            "threads": .integer(environment.threads),
            // A string, because programs that read JSON numbers as doubles would round a large seed.
            "seed": environment.seed < 1 << 53 ? .integer(Int(environment.seed)) : .string(String(environment.seed)),
            "parameters": .object(environment.parameters.mapValues { .string($0) }),
            "data": .array(
                run.provenance.map { data in
                    [
                        "summary": .string(data.summary),
                        "substitute-for": data.substituteFor.map { .string($0) } ?? .null,
                        "digests": .object(data.digests.mapValues { .string($0) }),
                    ]
                }),
        ]
    }

    private static func cell(_ run: CellRun) -> JSONValue {
        [
            "id": .string(run.cell.id),
            "label": run.cell.label.map { .string($0) } ?? .null,
            "directive": .string(run.cell.directiveName),
            "line": .integer(run.cell.lines.lowerBound),
            "status": .string(run.status.rawValue),
            "cached": .boolean(run.isCached),
            "seconds": .number(run.seconds),
            "load-seconds": .number(run.loadSeconds),
            "message": run.failure.map { .string($0.summary) } ?? .null,
        ]
    }
}
