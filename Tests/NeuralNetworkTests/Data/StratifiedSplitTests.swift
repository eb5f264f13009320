import NeuralNetwork
import Testing

struct StratifiedSplitTests {
    /// Class c has 100 + 37·c members.
    private let labels = (0..<10).flatMap { [UInt8](repeating: UInt8($0), count: 100 + 37 * $0) }

    @Test(arguments: [0, 0.01, 0.2, 1.0 / 3, 0.5, 0.999, 1])
    func everyExampleFallsOnOneSideInProportion(fraction: Double) {
        let split = stratifiedSplit(labels: labels, fraction: fraction, key: 4)
        #expect((split.training + split.held).sorted() == Array(labels.indices))
        #expect(split.training == split.training.sorted() && split.held == split.held.sorted())
        #expect(split.held.count == Int((Double(labels.count) * fraction).rounded()))
        for label in 0..<UInt8(10) {
            let exact = Double(labels.count { $0 == label }) * fraction
            let held = split.held.count { labels[$0] == label }
            #expect(abs(Double(held) - exact) < 1)
        }
    }

    @Test func dependsOnLabelsAndKeyAlone() {
        let first = stratifiedSplit(labels: labels, fraction: 0.2, key: 4)
        let second = stratifiedSplit(labels: labels, fraction: 0.2, key: 4)
        let other = stratifiedSplit(labels: labels, fraction: 0.2, key: 5)
        #expect(first.held == second.held)
        #expect(first.held != other.held)
    }

    @Test func splitsWhatIsKnownAlways() {
        // Recorded once: a split must never change, or results stored before it would.
        let labels: [UInt8] = [0, 1, 0, 1, 0, 1, 0, 1, 0, 1]
        #expect(stratifiedSplit(labels: labels, fraction: 0.4, key: 1).held == [1, 2, 3, 4])
    }

    @Test func emptySetsSplitIntoNothing() {
        let split = stratifiedSplit(labels: [], fraction: 0.2, key: 1)
        #expect(split.training.isEmpty && split.held.isEmpty)
    }
}
