import NotebookCore
import Testing

struct ImageOutcomesTests {
    private let labels: [UInt8] = [0, 0, 0, 1, 1, 1]

    private func outcomes(_ isCorrect: [Bool], of set: String = "test") -> ImageOutcomes {
        ImageOutcomes(imageSet: set, labels: labels, isCorrect: isCorrect)
    }

    @Test func differentImagesAreUncorrelated() {
        let answers = [true, false, true, true, false, true]
        let first = ImageOutcomes.Selection(outcomes(answers))
        #expect(first.correlation(with: ImageOutcomes.Selection(outcomes(answers, of: "validation"))) == 0)
    }

    @Test func disjointClassesAreUncorrelated() {
        let answers = outcomes([true, false, true, true, false, true])
        let zeros = ImageOutcomes.Selection(answers, classIndex: 0)
        #expect(zeros.correlation(with: ImageOutcomes.Selection(answers, classIndex: 1)) == 0)
    }

    /// Of the class's images, 2 of 3 are right; of all, 4 of 6: the covariance of the two is that of the class by half.
    @Test func aClassIsCorrelatedWithTheWhole() {
        let answers = outcomes([true, false, true, true, false, true])
        let correlation = ImageOutcomes.Selection(answers, classIndex: 0).correlation(
            with: ImageOutcomes.Selection(answers))
        // Σ (x − ⅔)² over the class is ⅔, less the continuity correction of ½; √(3·2/9 · 6·2/9) below.
        #expect(abs(correlation - (2.0 / 3 - 0.5) / (12.0 / 9 * 6 / 9).squareRoot()) < 1e-12)
    }

    @Test func opposedOutcomesAreNegative() {
        let first = ImageOutcomes.Selection(outcomes([true, true, true, false, false, false]))
        let second = ImageOutcomes.Selection(outcomes([false, false, false, true, true, true]))
        #expect(first.correlation(with: second) == -1)
    }

    @Test func nothingVariesWhereAllIsRight() {
        let all = ImageOutcomes.Selection(outcomes([true, true, true, true, true, true]))
        #expect(all.correlation(with: all) == 0)
    }
}
