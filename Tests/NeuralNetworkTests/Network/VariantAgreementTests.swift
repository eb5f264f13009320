import NeuralNetwork
import TensorKernels
import Testing

/// Architectures at the edge of what can be written, on every kernel variant against the plain loops.
struct VariantAgreementTests {
    private static let architectures: [[LayerSpecification]] = [
        // Kernels of one pixel, and with "same" padding larger than the image.
        [.convolution(filters: 1, kernel: 1, padding: .same), .relu, .flatten, .dense(units: 4)],
        [
            .maxPooling(window: 3), .convolution(filters: 5, kernel: 7, padding: .same), .batchNormalization, .relu,
            .flatten, .dense(units: 4),
        ],
        // A kernel that takes the whole image, which leaves one pixel.
        [
            .convolution(filters: 33, kernel: 8, padding: .valid), .batchNormalization, .relu, .flatten,
            .dense(units: 4),
        ],
        [.convolution(filters: 2, kernel: 2, padding: .valid), .maxPooling(window: 7), .flatten, .dense(units: 4)],
        // Layers that are in place one after another, and normalisation in front of everything.
        [
            .batchNormalization, .relu, .relu, .dropout(rate: 0.3), .flatten, .dense(units: 300), .dropout(rate: 0.9),
            .relu, .dense(units: 4),
        ],
        [.flatten, .dense(units: 4)],
    ]

    @Test(arguments: architectures, KernelVariant.available.filter { $0 != .plain })
    func agreesWithThePlainLoops(layers: [LayerSpecification], variant: KernelVariant) throws {
        let architecture = try Architecture(input: Examples.barShape, layers: layers, classes: 4)
        let expected = try differentiated(architecture, .plain)
        let found = try differentiated(architecture, variant)
        // Fast kernels are held to 1e-5 each; a network chains a few of them.
        #expect(abs(found.loss - expected.loss) < 1e-4 * expected.loss)
        #expect(relativeError(of: found.gradients, to: expected.gradients) < 1e-4)
        #expect(relativeError(of: found.probabilities, to: expected.probabilities) < 1e-4)
    }

    private func differentiated(
        _ architecture: Architecture, _ variant: KernelVariant
    ) throws -> (loss: Double, gradients: [Float], probabilities: [Float]) {
        let device = try ComputeDevice(threads: 2, variant: variant)
        let network = try Network(architecture, device: device, batchCapacity: 11)
        network.initialize(key: 3)
        let images = Examples.bars(count: 11, key: 4)
        let score = network.differentiate(images, at: Array(0..<11)[...], dropoutKey: 5)
        return (score.loss, network.gradients, try network.predict(images).probabilities)
    }
}
