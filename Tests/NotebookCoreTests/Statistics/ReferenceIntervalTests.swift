import Foundation
import NotebookCore
import Testing

/// Intervals and p values against those that `record.py` took from statsmodels and SciPy.
struct ReferenceIntervalTests {
    struct Record: Decodable {
        var wilson, independent, paired, mcnemar, ranksOfCounts, ranksOfShares: [Case]

        enum CodingKeys: String, CodingKey {
            case wilson, independent, paired, mcnemar
            case ranksOfCounts = "ranks-of-counts"
            case ranksOfShares = "ranks-of-shares"
        }
    }

    struct Case: Decodable, Sendable {
        var counts: [Int]
        var expected: [Double]
    }

    private static let record: Record = {
        guard let url = Bundle.module.url(forResource: "references", withExtension: "json"),
            let record = try? JSONDecoder().decode(Record.self, from: Data(contentsOf: url))
        else { preconditionFailure("references.json is among the tests' resources") }
        return record
    }()

    /// Both libraries compute in double precision; what differs is the order of operations.
    private func expectEqual(_ value: Double, _ expected: Double) {
        #expect(abs(value - expected) < 1e-12)
    }

    @Test(arguments: record.wilson)
    func wilson(reference: Case) {
        let interval = Proportion(successes: reference.counts[0], trials: reference.counts[1]).wilsonInterval
        expectEqual(interval.lowerBound, reference.expected[0])
        expectEqual(interval.upperBound, reference.expected[1])
    }

    @Test(arguments: record.independent)
    func differenceOfIndependentFractions(reference: Case) throws {
        let counts = reference.counts
        let values: [ValuePath: PublishedValue] = [
            "a": PublishedValue(.proportion(Proportion(successes: counts[0], trials: counts[1]))),
            "b": PublishedValue(.proportion(Proportion(successes: counts[2], trials: counts[3]))),
        ]
        let result = try ValueExpression(parsing: "a - b", at: SourceLocation(line: 1)).evaluate { values[$0] }
        let interval = try #require(result.interval)
        #expect(!result.isPaired)
        expectEqual(interval.lowerBound, reference.expected[0])
        expectEqual(interval.upperBound, reference.expected[1])
    }

    @Test(arguments: record.paired)
    func differenceOfPairedFractions(reference: Case) throws {
        let values = paired(reference.counts)
        let result = try ValueExpression(parsing: "points(a - b)", at: SourceLocation(line: 1)).evaluate { values[$0] }
        let interval = try #require(result.interval)
        #expect(result.isPaired)
        expectEqual(interval.lowerBound, reference.expected[0])
        expectEqual(interval.upperBound, reference.expected[1])
    }

    @Test(arguments: record.mcnemar)
    func exactAndMidP(reference: Case) {
        let test = McNemarTest(
            bothRight: 0, onlyFirstRight: reference.counts[0], onlySecondRight: reference.counts[1], bothWrong: 0)
        expectEqual(test.pValue, reference.expected[0])
        expectEqual(test.midPValue, reference.expected[1])
    }

    /// Two classifiers that are both right, only one of them, or neither, on so many images.
    private func paired(_ table: [Int]) -> [ValuePath: PublishedValue] {
        let outcomes = zip(table, [(true, true), (true, false), (false, true), (false, false)]).flatMap {
            Array(repeating: $0.1, count: $0.0)
        }
        func value(_ isCorrect: [Bool]) -> PublishedValue {
            let images = ImageOutcomes(
                imageSet: "images", labels: [UInt8](repeating: 0, count: isCorrect.count), isCorrect: isCorrect)
            return PublishedValue(
                .proportion(Proportion(successes: isCorrect.count { $0 }, trials: isCorrect.count)),
                outcomes: ImageOutcomes.Selection(images))
        }
        return ["a": value(outcomes.map(\.0)), "b": value(outcomes.map(\.1))]
    }

    private func numbers(_ ranks: [Rank]) -> [Double] {
        ranks.flatMap { [Double($0.place), $0.interval.lowerBound, $0.interval.upperBound] }
    }

    @Test(arguments: record.ranksOfCounts)
    func ranksOfCounts(reference: Case) {
        #expect(numbers(Rank.ranks(ofCounts: reference.counts)) == reference.expected)
    }

    @Test(arguments: record.ranksOfShares)
    func ranksOfShares(reference: Case) {
        let shares = stride(from: 0, to: reference.counts.count, by: 2).map {
            Proportion(successes: reference.counts[$0], trials: reference.counts[$0 + 1])
        }
        #expect(numbers(Rank.ranks(ofShares: shares)) == reference.expected)
    }
}
