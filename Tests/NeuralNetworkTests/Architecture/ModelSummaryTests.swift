import NeuralNetwork
import Testing

struct ModelSummaryTests {
    @Test func countsTheReportsNetworkExactly() throws {
        let summary = try Examples.report().summary
        #expect(
            summary.rows.filter { $0.parameters > 0 }.map(\.parameters) == [
                320, 64, 18_496, 128, 73_856, 256, 295_168, 2_570,
            ])
        #expect(summary.parameters == 390_858)
        #expect(summary.weightBytes == 1_563_432)
        let normalization = summary.rows.filter { $0.name == "Batch normalisation" }
        #expect(normalization.reduce(0) { $0 + $1.parameters } == 448)
    }

    @Test func countsMultiplyAdds() throws {
        // 28²·9·32, 14²·9·32·64, 7²·9·64·128, 1152·256, 256·10: 15.5 MFLOP forward at two operations each.
        let summary = try Examples.report().summary
        #expect(summary.rows.map(\.multiplyAdds).filter { $0 > 0 } == [225_792, 3_612_672, 3_612_672, 294_912, 2_560])
        #expect(summary.multiplyAdds == 7_748_608)
    }

    @Test func countsLargerKernels() throws {
        let architecture = try Architecture.convolutional(
            input: ArchitectureTests.digits, blocks: [32, 64, 128], kernel: 5, dense: [256], dropout: 0.5, classes: 10)
        #expect(architecture.summary.parameters == 555_210)
    }

    @Test func countsAPerceptron() throws {
        let architecture = try Architecture.perceptron(
            input: ArchitectureTests.digits, hidden: [512, 256], classes: 10)
        #expect(architecture.summary.parameters == 535_818)
        #expect(architecture.summary.multiplyAdds == 784 * 512 + 512 * 256 + 256 * 10)
    }

    @Test func namesLayersAndShapes() throws {
        let rows = try Examples.report().summary.rows
        #expect(rows[0].name == "Convolution 3×3")
        #expect(rows[0].output == "28×28×32")
        #expect(rows.suffix(2).map(\.name) == ["Dropout 0.5", "Dense"])
    }
}
