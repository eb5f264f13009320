import NeuralNetwork
import Testing

struct ParameterLayoutTests {
    @Test func coversBothVectorsWithoutGapsInOrder() throws {
        let architecture = try Examples.report()
        let layout = ParameterLayout(architecture)
        #expect(layout.parameterCount == architecture.summary.parameters)
        #expect(layout.statisticCount == 2 * (32 + 64 + 128))
        for isStatistic in [false, true] {
            let ranges = layout.tensors.filter { $0.role.isStatistic == isStatistic }.map(\.range)
            let ends = ranges.map(\.upperBound)
            #expect(ranges.map(\.lowerBound) == [0] + ends.dropLast())
        }
    }

    @Test func keepsTheBiasInFrontOfBatchNormalization() throws {
        let layout = ParameterLayout(try Examples.report())
        #expect(layout.range(.weights, ofLayer: 0) == 0..<288)
        #expect(layout.range(.bias, ofLayer: 0) == 288..<320)
        #expect(layout.range(.scale, ofLayer: 1) == 320..<352)
        #expect(layout.range(.runningVariance, ofLayer: 1) == 32..<64)
    }
}
