import NotebookCore
import Testing

@Suite struct McNemarTestTests {
    @Test func countsWhichOfTheTwoIsRight() {
        let test = McNemarTest(labels: [1, 2, 3, 4, 5], first: [1, 2, 3, 0, 0], second: [1, 0, 0, 4, 0])
        #expect(test == McNemarTest(bothRight: 1, onlyFirstRight: 2, onlySecondRight: 1, bothWrong: 1))
        #expect(test.discordant == 3)
    }

    static let pValues: [(Int, Int, Double)] = [
        (0, 0, 1.0), (1, 0, 1.0), (5, 0, 2.0 / 32), (1, 5, 14.0 / 64), (5, 5, 1.0), (3, 7, 2.0 * 176 / 1024),
        (10, 2, 2.0 * 79 / 4096),
    ]

    /// Expected values by hand: twice the sum of binomial coefficients over 2ⁿ.
    @Test(arguments: pValues) func pValueIsTheExactTwoSidedOne(first: Int, second: Int, expected: Double) {
        let test = McNemarTest(bothRight: 9, onlyFirstRight: first, onlySecondRight: second, bothWrong: 9)
        // A dozen products and sums round within 1e-14.
        #expect(abs(test.pValue - expected) < 1e-14)
    }

    @Test func manyDiscordantImagesNeitherOverflowNorVanish() {
        let even = McNemarTest(bothRight: 0, onlyFirstRight: 3000, onlySecondRight: 3001, bothWrong: 0)
        #expect(even.pValue == 1)
        // Normal approximation with continuity correction: z = (100 − 1)/√10100 = 0.98509, p = 0.32458; it is good to 1e-4 here.
        let close = McNemarTest(bothRight: 0, onlyFirstRight: 5000, onlySecondRight: 5100, bothWrong: 0)
        #expect(abs(close.pValue - 0.32458) < 1e-4)
        let far = McNemarTest(bothRight: 0, onlyFirstRight: 0, onlySecondRight: 5000, bothWrong: 0)
        #expect(far.pValue == 0)
    }

    /// A large p value proves nothing, and no p value is 0.
    @Test(arguments: [
        (
            28, 20,
            "p\u{00A0}=\u{00A0}0.312, mid-p\u{00A0}=\u{00A0}0.253: by the latter the two are not distinguishable at"
        ),
        (1, 7, "p\u{00A0}=\u{00A0}0.070, mid-p\u{00A0}=\u{00A0}0.039: by the latter the two are distinguishable at"),
        (0, 40, "p\u{00A0}<\u{00A0}0.001, mid-p\u{00A0}<\u{00A0}0.001: by the latter the two are distinguishable at"),
    ])
    func isSummedUpWithoutProofOfEquality(first: Int, second: Int, text: String) {
        let test = McNemarTest(bothRight: 9, onlyFirstRight: first, onlySecondRight: second, bothWrong: 9)
        #expect(test.summary == "McNemar’s exact test gives \(text) 5\u{202F}%")
    }
}
