import Testing

@testable import DigitData

struct SplitMix64Tests {
    @Test func sequencesDependOnBothNumbers() {
        let pairs: [(UInt64, UInt64)] = [(1, 2), (2, 1), (1, 3), (0, 0), (0, 1)]
        let first = pairs.map { seed, index in
            var random = SplitMix64(seed: seed, index: index)
            return random.next()
        }
        #expect(Set(first).count == first.count)
    }

    @Test func unitNumbersFillTheirRangeEvenly() {
        var random = SplitMix64(seed: 1, index: 0)
        let numbers = (0..<10_000).map { _ in random.unit() }
        #expect(numbers.allSatisfy { (0..<1).contains($0) })
        // The mean of 10,000 has deviation 0.29 / 100; five of them.
        #expect(abs(numbers.reduce(0, +) / 10_000 - 0.5) < 0.0145)
    }

    @Test func bellShapedNumbersHaveTheirDeviation() {
        var random = SplitMix64(seed: 2, index: 0)
        let numbers = (0..<10_000).map { _ in random.bell(2) }
        #expect(numbers.allSatisfy { abs($0) <= 7 })
        let squares = numbers.reduce(0) { $0 + $1 * $1 } / 10_000
        // Variance 4; the mean square of 10,000 such numbers deviates by about 0.05: five times that.
        #expect(abs(squares - 4) < 0.25)
    }

    @Test func boundedNumbersReachEveryValue() {
        var random = SplitMix64(seed: 3, index: 0)
        #expect(Set((0..<200).map { _ in random.below(7) }) == Set(0..<7))
    }
}
