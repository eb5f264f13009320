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

    /// What runs read in the images that they were measured on, a digit for each image, to be kept beside the record; nil
    /// where no cell measured any.
    package func predictions() -> Data? {
        let answers = run.answers
        guard !answers.isEmpty else { return nil }
        let contents: JSONValue = [
            "schema": .integer(Self.schema),
            "predictions": .array(
                answers.map { answers in
                    [
                        "run": .string(answers.run), "split": .string(answers.split),
                        "labels": .string(Self.digits(answers.labels)),
                        "answers": .string(Self.digits(answers.answers)),
                    ]
                }),
        ]
        return contents.fileContents
    }

    private static func digits(_ classes: Data) -> String {
        String(decoding: [UInt8](classes).map { $0 + UInt8(ascii: "0") }, as: UTF8.self)
    }

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
            "claims": .array(run.cells.flatMap(Self.claims)),
            // Tells predictions of this run from those of an earlier one.
            "predictions": .array(run.answers.map { .string("\($0.run).\($0.split)") }),
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
            "notebook-sha-256": environment.notebookDigest.map { .string($0) } ?? .null,
            "git-commit": environment.commit.map { .string($0) } ?? .null,
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

    private static func claims(_ run: CellRun) -> [JSONValue] {
        (run.result?.claims ?? []).map { claim in
            [
                "cell": .string(run.cell.id),
                "claim": .string(claim.statement),
                "reported": claim.reported.map { .string($0) } ?? .null,
                "is-measurement": .boolean(claim.isMeasurement),
                "measured": claim.measured.map { .string($0) } ?? .null,
                "interval": claim.interval.map { .array([.number($0.lowerBound), .number($0.upperBound)]) } ?? .null,
                "note": claim.note.map { .string($0) } ?? .null,
                "verdict": .string(claim.verdict.rawValue),
            ]
        }
    }

    private static func conditions(_ conditions: MeasurementConditions) -> JSONValue {
        [
            "threads": .integer(conditions.threads), "processor": .string(conditions.processor),
            "kernels": .string(conditions.kernels),
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
            "measured-with": run.conditions.map(Self.conditions) ?? .null,
            "message": run.failure.map { .string($0.summary) } ?? .null,
        ]
    }
}
