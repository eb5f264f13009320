import NotebookCore
import Testing

@testable import DigitDirectives

@Suite struct ConfusionMatrixTests {
    /// Four 0s of which one is read as 1; three 1s of which one is read as 0 and one as 2; one 2, right.
    static let matrix = ConfusionMatrix(
        labels: [0, 0, 0, 0, 1, 1, 1, 2],
        predicted: [0, 0, 0, 1, 1, 0, 2, 2])

    @Test func countsByTrueAndPredictedDigit() {
        #expect(Self.matrix.counts[0][0] == 3)
        #expect(Self.matrix.counts[0][1] == 1)
        #expect(Self.matrix.counts[1][0] == 1)
        #expect(Self.matrix.counts[1][2] == 1)
        #expect(Self.matrix.counts[2][2] == 1)
        #expect(Self.matrix.total == 8)
        #expect(Self.matrix.accuracy == Proportion(successes: 5, trials: 8))
        #expect(Self.matrix.errors == 3)
    }

    @Test func precisionRecallAndF1FollowTheirDefinitions() {
        let zero = Self.matrix.metrics(of: 0)
        #expect(zero.recall == Proportion(successes: 3, trials: 4))
        #expect(zero.precision == Proportion(successes: 3, trials: 4))
        #expect(zero.f1 == 0.75)
        let one = Self.matrix.metrics(of: 1)
        #expect(one.recall == Proportion(successes: 1, trials: 3))
        #expect(one.precision == Proportion(successes: 1, trials: 2))
        // 2 · ½ · ⅓ / (½ + ⅓); the count formula and this one agree within rounding.
        #expect(abs(one.f1 - 0.4) < 1e-15)
        #expect(one.errors == 2)
    }

    @Test func digitsThatNeverOccurHaveNoF1() {
        #expect(Self.matrix.metrics(of: 7).f1.isNaN)
        #expect(Self.matrix.macroF1.isNaN)
    }

    @Test func macroF1IsTheUnweightedMean() {
        let labels = (0..<10).map(UInt8.init) + [0]
        let predicted = (0..<10).map(UInt8.init) + [1]
        let matrix = ConfusionMatrix(labels: labels, predicted: predicted)
        // 0 and 1 have 2·1/(2·1+1) each, the other eight 1. Sums of ten terms round within 1e-15.
        #expect(abs(matrix.macroF1 - (2.0 / 3 * 2 + 8) / 10) < 1e-15)
    }

    @Test func bestAndHardestAreTheLowestDigitsOfEquals() {
        #expect(Self.matrix.bestClass?.digit == 2)
        #expect(Self.matrix.hardestClass?.digit == 1)
        let perfect = ConfusionMatrix(labels: [3, 8], predicted: [3, 8])
        #expect(perfect.bestClass?.digit == 3)
        #expect(perfect.hardestClass?.digit == 3)
        #expect(ConfusionMatrix(labels: [], predicted: []).bestClass == nil)
    }

    @Test func ranksErrorsByCountThenByDigits() {
        let matrix = ConfusionMatrix(labels: [4, 4, 9, 1, 0], predicted: [9, 9, 4, 7, 0])
        let ranked = matrix.rankedErrors
        #expect(ranked.map(\.count) == [2, 1, 1])
        #expect(ranked.map { "\($0.pair.trueDigit)-\($0.pair.predictedDigit)" } == ["4-9", "1-7", "9-4"])
    }
}
