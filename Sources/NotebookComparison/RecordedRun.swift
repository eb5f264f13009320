package import Foundation
import NotebookCore
import NotebookEngine

/// What the record of a run tells, with the answers that were kept beside it.
package struct RecordedRun: Sendable {
    /// A claim of one of the run's cells.
    struct Claim: Hashable, Sendable, Decodable {
        var cell: String
        var claim: String
        var reported: String?
        var measured: String?
        var verdict: String
    }

    /// The record's path as the user named it.
    package let name: String
    let status: String
    /// What the run was made with, by name: seed, kernels, parameters, data.
    let conditions: [String: String]
    let values: [String: RecordedValue]
    let measurements: [String: RecordedValue]
    let claims: [Claim]
    let answers: [RecordedAnswers]

    /// - Parameters:
    ///   - record: `NAME.json`
    ///   - answers: `NAME.predictions.json`; nil where there is none.
    package init(named name: String, record: Data, answers: Data?) throws(RecordError) {
        let contents = try Self.decode(Contents.self, from: record, as: .record)
        guard contents.schema == RunRecord.schema else { throw .schema(contents.schema) }
        self.name = name
        status = contents.status
        conditions = contents.environment.conditions
        values = contents.values
        measurements = contents.measurements
        claims = contents.claims ?? []
        guard let answers, contents.predictions?.isEmpty == false else {
            self.answers = []
            return
        }
        // Predictions of another run may have been left where this one made none.
        self.answers = try Self.decode(AnswersContents.self, from: answers, as: .answers).predictions
            .filter { answers in contents.predictions?.contains("\(answers.run).\(answers.split)") ?? false }
    }

    private static func decode<Contents: Decodable>(
        _ type: Contents.Type, from data: Data, as kind: RecordError.Kind
    ) throws(RecordError) -> Contents {
        do {
            return try JSONDecoder().decode(type, from: data)
        } catch {
            throw .form(kind)
        }
    }

    private struct Contents: Decodable {
        var schema: Int
        var status: String
        var environment: Environment
        var values: [String: RecordedValue]
        var measurements: [String: RecordedValue]
        /// Missing in records of earlier versions of the program.
        var claims: [Claim]?
        /// Runs and splits to which the file beside the record has answers, as `RUN.SPLIT`.
        var predictions: [String]?
    }

    private struct Environment: Decodable {
        var version: String
        var kernels: String
        var seed: RecordedValue
        var parameters: [String: String]
        var data: [Data]

        struct Data: Decodable {
            var summary: String
            var digests: [String: String]
        }

        var conditions: [String: String] {
            var conditions = Dictionary(parameters.map { ("parameter \($0.key)", $0.value) }) { first, _ in first }
            conditions["program"] = "notebook \(version)"
            conditions["kernels"] = kernels
            conditions["seed"] = seed.text
            conditions["data"] = data.map(\.summary).joined(separator: "; ")
            for (file, digest) in data.flatMap(\.digests) { conditions["SHA-256 of \(file)"] = digest }
            return conditions
        }
    }

    private struct AnswersContents: Decodable {
        var predictions: [RecordedAnswers]
    }
}

/// Why a file is no record that can be compared.
package enum RecordError: Error, Hashable, Sendable {
    /// What the file should have been.
    package enum Kind: Hashable, Sendable { case record, answers }

    /// It does not have the form of one.
    case form(Kind)
    /// Another version of the program wrote it, with this version of the form.
    case schema(Int)
}
