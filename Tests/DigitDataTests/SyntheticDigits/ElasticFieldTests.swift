import Testing

@testable import DigitData

struct ElasticFieldTests {
    @Test func withoutDeviationNothingMoves() {
        var random = SplitMix64(seed: 1, index: 0)
        let field = ElasticField(deviation: 0, &random)
        for point in [SIMD2<Float>(0, 0), SIMD2(0.4, 0.7), SIMD2(1, 1), SIMD2(1.3, -0.1)] {
            #expect(field.moved(point) == point)
        }
    }

    /// Points close together move alike, across the borders of the cells too.
    @Test func movesNeighboursAlike() {
        var random = SplitMix64(seed: 1, index: 0)
        let field = ElasticField(deviation: 0.1, &random)
        for step in 0..<300 {
            let point = SIMD2<Float>(Float(step) / 300, 0.4)
            let next = point + SIMD2(1.0 / 300, 0)
            let change = field.moved(next) - field.moved(point)
            // Displacements differ by at most 0.7 between corners a third apart, with a slope of at most 1.5 × that.
            #expect(change.max() < 0.012 && change.min() > -0.012)
        }
    }
}
