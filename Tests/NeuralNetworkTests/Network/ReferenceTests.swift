import TensorKernels
import Testing

@testable import NeuralNetwork

/// Networks at equal weights against PyTorch in double precision.
///
/// The tolerance of 1e-4, relative to the norm, is what single precision leaves after a handful of layers (about 1e-6 each) with
/// room for sums in another order; a wrong formula is off by far more.
struct ReferenceTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let variant: KernelVariant
        var testDescription: String { "\(name), \(variant)" }

        static let all = ["cnn", "mlp", "odd"].flatMap { name in
            KernelVariant.available.map { Case(name: name, variant: $0) }
        }
    }

    private static let tolerance = 1e-4

    @Test(arguments: Case.all)
    func logitsLossAndStatisticsAgree(run: Case) throws {
        let reference = try Reference.load(run.name)
        let (images, weights) = reference.input()
        let expected = try reference.results()
        let network = try network(reference, run.variant, weights)

        let loss = network.differentiate(images, at: Array(0..<reference.batchSize)[...], dropoutKey: 0).loss
        let logits = network.workspace[network.training.logits]
        let recorded = Array(UnsafeBufferPointer(start: logits, count: expected.logits.count))

        #expect(relativeError(of: recorded, to: expected.logits) < Self.tolerance)
        #expect(abs(loss - reference.loss) < Self.tolerance * reference.loss)
        #expect(relativeError(of: network.weights.statistics, to: expected.statistics) < Self.tolerance)
    }

    @Test(arguments: Case.all)
    func gradientsOfEveryTensorAgree(run: Case) throws {
        let reference = try Reference.load(run.name)
        let (images, weights) = reference.input()
        let expected = try reference.results().gradients
        let network = try network(reference, run.variant, weights)

        _ = network.differentiate(images, at: Array(0..<reference.batchSize)[...], dropoutKey: 0)
        let gradients = network.gradients
        for tensor in network.layout.tensors where !tensor.role.isStatistic {
            if tensor.role == .bias, isNormalized(tensor.layer, in: reference.architecture) {
                // Batch normalisation takes the mean away and with it the bias: the gradient is zero, and what is computed is
                // rounding, which agrees with nobody's. It must be small beside the gradient of the same layer's weights.
                let weights = network.layout.range(.weights, ofLayer: tensor.layer)
                #expect(norm(gradients[tensor.range]) < Self.tolerance * norm(gradients[weights]))
            } else {
                let error = relativeError(of: gradients[tensor.range], to: expected[tensor.range])
                #expect(error < Self.tolerance, "\(tensor.role) of layer \(tensor.layer)")
            }
        }
    }

    @Test(arguments: Case.all)
    func evaluationUsesRunningStatistics(run: Case) throws {
        let reference = try Reference.load(run.name)
        let (images, weights) = reference.input()
        let expected = try reference.results().evaluation
        let network = try network(reference, run.variant, weights)

        _ = network.differentiate(images, at: Array(0..<reference.batchSize)[...], dropoutKey: 0)
        let second = Array(reference.batchSize..<2 * reference.batchSize)
        _ = try network.predict(images.subset(second))
        let logits = network.workspace[network.inference.logits]
        let found = Array(UnsafeBufferPointer(start: logits, count: expected.count))
        #expect(relativeError(of: found, to: expected) < Self.tolerance)
    }

    @Test(arguments: Case.all, [true, false])
    func lossesOverTenStepsAgree(run: Case, usesAdam: Bool) throws {
        let reference = try Reference.load(run.name)
        let (images, weights) = reference.input()
        let network = try network(reference, run.variant, weights)
        let optimizer: Optimizer = usesAdam ? .adam(learningRate: 1e-3) : .sgd(learningRate: 0.01, momentum: 0.9)
        let optimization = OptimizerRun(
            optimizer, from: .initial(optimizer, parameterCount: network.layout.parameterCount))

        // The last batch of the three is a short one.
        let starts = Array(stride(from: 0, to: images.count, by: reference.batchSize))
        let expected = usesAdam ? reference.adamLosses : reference.momentumLosses
        for (step, expectedLoss) in expected.enumerated() {
            let start = starts[step % starts.count]
            let batch = Array(0..<images.count)[start...].prefix(reference.batchSize)
            let loss = network.differentiate(images, at: batch, dropoutKey: 0).loss
            optimization.update(network)
            #expect(abs(loss - expectedLoss) < Self.tolerance * expectedLoss, "step \(step + 1)")
        }
    }

    private func network(_ reference: Reference, _ variant: KernelVariant, _ weights: Weights) throws -> Network {
        let device = try ComputeDevice(threads: 2, variant: variant)
        let network = try Network(reference.architecture, device: device, batchCapacity: reference.batchSize)
        network.weights = weights
        return network
    }

    private func isNormalized(_ layer: Int, in architecture: Architecture) -> Bool {
        architecture.layers.dropFirst(layer + 1).first == .batchNormalization
    }
}

/// Euclidean norm.
func norm(_ values: some Sequence<Float>) -> Double {
    values.reduce(0) { $0 + Double($1) * Double($1) }.squareRoot()
}

/// Norm of the difference over the norm of what was expected; zero where both are empty.
func relativeError(of values: some Collection<Float>, to expected: some Collection<Float>) -> Double {
    guard values.count == expected.count else { return .infinity }
    guard !expected.isEmpty else { return 0 }
    return norm(zip(values, expected).map { $0 - $1 }) / norm(expected)
}
