package import Foundation
import NotebookEngine

/// A comparison for programs.
package struct ComparisonRecord {
    /// Version of the record's form.
    package static let schema = 1

    private let comparison: RunComparison

    package init(_ comparison: RunComparison) {
        self.comparison = comparison
    }

    /// The record as UTF-8 JSON with sorted keys and a line break at the end.
    package func json() -> Data {
        let contents: JSONValue = [
            "schema": .integer(Self.schema),
            "first": .string(comparison.first.name),
            "second": .string(comparison.second.name),
            "conditions": .array(
                comparison.conditions.map { change in
                    [
                        "name": .string(change.name), "first": change.first.map { .string($0) } ?? .null,
                        "second": change.second.map { .string($0) } ?? .null,
                    ]
                }),
            "claims": .array(comparison.claims.map(Self.claim)),
            "values": .array(comparison.values.map(Self.value)),
            "measurements": comparison.measurements.map { .array($0.map(Self.value)) } ?? .null,
            "predictions": .array(comparison.answers.map(Self.answers)),
        ]
        return contents.fileContents
    }

    private static func claim(_ change: ClaimChange) -> JSONValue {
        func side(_ claim: RecordedRun.Claim?) -> JSONValue {
            guard let claim else { return .null }
            return ["verdict": .string(claim.verdict), "measured": claim.measured.map { .string($0) } ?? .null]
        }
        return [
            "claim": .string(change.claim.claim), "cell": .string(change.claim.cell), "first": side(change.first),
            "second": side(change.second),
        ]
    }

    private static func value(_ change: RunComparison.Change<RecordedValue>) -> JSONValue {
        func side(_ value: RecordedValue?) -> JSONValue {
            switch value {
            case .number(let number?)?: .number(number)
            case .text(let text)?: .string(text)
            case .number(nil)?, nil: .null
            }
        }
        return [
            "path": .string(change.name), "first": side(change.first), "second": side(change.second),
            "difference": change.difference.map { .number($0) } ?? .null,
        ]
    }

    private static func answers(_ answers: AnswerComparison) -> JSONValue {
        func images(_ images: [AnswerComparison.Image]) -> JSONValue {
            .array(
                images.map { image in
                    [
                        "image": .integer(image.index), "label": .string(image.label), "first": .string(image.first),
                        "second": .string(image.second),
                    ]
                })
        }
        var record: [String: JSONValue] = [
            "run": .string(answers.run), "split": .string(answers.split), "images": .integer(answers.imageCount),
            "comparable": .boolean(answers.test != nil),
        ]
        if let test = answers.test {
            record["both-right"] = .integer(test.bothRight)
            record["both-wrong"] = .integer(test.bothWrong)
            record["only-first-right"] = images(answers.onlyFirstRight)
            record["only-second-right"] = images(answers.onlySecondRight)
            record["p-value"] = .number(test.pValue)
            record["mid-p-value"] = .number(test.midPValue)
        }
        return .object(record)
    }
}
