import NeuralNetwork
import TensorKernels
import Testing

struct StepProfileTests {
    private let device: ComputeDevice
    private let images = LabeledImages(
        shape: ImageShape(height: 4, width: 4, channels: 1), pixels: (0..<10 * 16).map { UInt8($0) },
        labels: (0..<10).map { $0 % 3 })

    init() throws {
        device = try ComputeDevice(threads: 2, variant: .baseline)
    }

    private func profile(_ architecture: Architecture) throws -> StepProfile {
        try StepProfile(architecture, images: images, batchSize: 8, repetitions: 3, on: device)
    }

    @Test func namesThePartsInTheOrderOfAStep() throws {
        let profile = try profile(
            .convolutional(input: images.shape, blocks: [4, 5], dense: [6], dropout: 0.5, classes: 3))
        #expect(
            profile.parts.map(\.name) == [
                "Batch assembly", "Convolution 3×3, Batch normalisation, ReLU, Max pooling 2×2", "Convolution 3×3",
                "Batch normalisation, ReLU, Max pooling 2×2", "Dense", "ReLU", "Dropout 0.5", "Dense",
                "Softmax and loss", "Adam",
            ])
        #expect(profile.parts.map(\.output) == [nil, "2×2×4", "2×2×5", "1×1×5", "6", "6", "6", "3", nil, nil])
        #expect(profile.parts.allSatisfy { ($0.backward == nil) == ($0.output == nil) })
    }

    @Test func countsOperationsOfTheWholeBatch() throws {
        let profile = try profile(.perceptron(input: images.shape, hidden: [6], classes: 3))
        let dense = profile.parts.filter { $0.name == "Dense" }
        #expect(dense.map(\.forward.operations) == [2 * 8 * 16 * 6, 2 * 8 * 6 * 3])
        // The pixels need no gradient: of the first layer there is that of the weights alone.
        #expect(dense.map(\.backward?.operations) == [2 * 8 * 16 * 6, 2 * 2 * 8 * 6 * 3])
        #expect(profile.parts.filter { $0.name != "Dense" }.allSatisfy { $0.forward.gigaflops == nil })
    }

    @Test func layersBeforeTheFirstTrainedOneHaveNoBackwardPass() throws {
        let profile = try profile(
            Architecture(
                input: images.shape, layers: [.maxPooling(window: 2), .flatten, .dense(units: 3)], classes: 3))
        let layers = profile.parts.filter { $0.output != nil }
        #expect(layers.map(\.name) == ["Max pooling 2×2", "Dense"])
        #expect(layers.map { $0.backward != nil } == [false, true])
    }
}
