import NeuralNetwork
import Testing

struct PercentilesTests {
    @Test func takesTheNearestRank() {
        let percentiles = Percentiles((1...200).reversed().map(Double.init))
        #expect(percentiles.median == 100)
        #expect(percentiles.percentile95 == 190)
        #expect(percentiles.percentile99 == 198)
    }

    @Test func oneDurationIsAllOfThem() {
        let percentiles = Percentiles([0.25])
        #expect(percentiles.median == 0.25)
        #expect(percentiles.percentile95 == 0.25)
        #expect(percentiles.percentile99 == 0.25)
    }
}
