import NotebookCore
import Testing

struct ProportionTests {
    // Limits from the closed form of Wilson 1927, worked out with 30 digits.
    @Test(arguments: [
        (9908, 10_000, 0.988731, 0.992492), (0, 10, 0.0, 0.277533), (10, 10, 0.722467, 1.0), (1, 2, 0.094531, 0.905469),
    ])
    func givesWilsonInterval(successes: Int, trials: Int, lower: Double, upper: Double) {
        let interval = Proportion(successes: successes, trials: trials).wilsonInterval
        #expect(abs(interval.lowerBound - lower) < 1e-6)
        #expect(abs(interval.upperBound - upper) < 1e-6)
    }

    @Test func coversEverythingWithoutTrials() {
        let proportion = Proportion(successes: 0, trials: 0)
        #expect(proportion.wilsonInterval == 0...1)
        #expect(proportion.share.isNaN)
    }
}
