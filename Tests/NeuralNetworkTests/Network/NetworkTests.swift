import TensorKernels
import Testing

@testable import NeuralNetwork

struct NetworkTests {
    private let device: ComputeDevice

    init() throws {
        device = try ComputeDevice(threads: 2)
    }

    @Test func startsWithHeInitialisation() throws {
        let network = try Network(try Examples.report(), device: device, batchCapacity: 1)
        network.initialize(key: 9)
        let weights = network.weights
        for tensor in network.layout.tensors {
            switch tensor.role {
            case .weights:
                let units = network.layout.range(.bias, ofLayer: tensor.layer).count
                let expected = 2 / Double(tensor.range.count / units)
                let square = norm(weights.parameters[tensor.range])
                let variance = square * square / Double(tensor.range.count)
                // Five standard errors of a normal sample's variance.
                #expect(abs(variance / expected - 1) < 5 * (2 / Double(tensor.range.count)).squareRoot())
            case .bias, .shift: #expect(weights.parameters[tensor.range].allSatisfy { $0 == 0 })
            case .scale: #expect(weights.parameters[tensor.range].allSatisfy { $0 == 1 })
            case .runningMean: #expect(weights.statistics[tensor.range].allSatisfy { $0 == 0 })
            case .runningVariance: #expect(weights.statistics[tensor.range].allSatisfy { $0 == 1 })
            }
        }
    }

    @Test func weightsGoInAndOutUnchanged() throws {
        let architecture = try Examples.smallConvolutional()
        let first = try Network(architecture, device: device, batchCapacity: 2)
        let second = try Network(architecture, device: device, batchCapacity: 2)
        first.initialize(key: 1)
        second.weights = first.weights
        #expect(second.weights == first.weights)
        second.initialize(key: 2)
        #expect(second.weights != first.weights)
    }

    @Test func dropoutChangesTheLossOnlyByItsKey() throws {
        let network = try Network(try Examples.smallConvolutional(), device: device, batchCapacity: 16)
        network.initialize(key: 1)
        let images = Examples.bars(count: 16, key: 1)
        let losses = [4, 4, 5].map { key in
            network.differentiate(images, at: Array(0..<16)[...], dropoutKey: key).lossSum
        }
        #expect(losses[0] == losses[1])
        #expect(losses[0] != losses[2])
    }

    @Test func oneImageTrainsBehindPlanesOfSeveralPixels() throws {
        let network = try Network(try Examples.smallConvolutional(), device: device, batchCapacity: 4)
        network.initialize(key: 1)
        let score = network.differentiate(Examples.bars(count: 1, key: 1), at: [0], dropoutKey: 0)
        #expect(score.loss.isFinite)
        #expect(network.gradients.allSatisfy { $0.isFinite })
    }

    @Test func layersInFrontOfTheFirstTrainedOneNeedNoGradient() throws {
        let architecture = try Architecture(
            input: Examples.barShape,
            layers: [.relu, .maxPooling(window: 2), .dropout(rate: 0.1), .flatten, .dense(units: 4)], classes: 4)
        let network = try Network(architecture, device: device, batchCapacity: 8)
        network.initialize(key: 1)
        _ = network.differentiate(Examples.bars(count: 8, key: 1), at: Array(0..<8)[...], dropoutKey: 0)
        #expect(norm(network.gradients) > 0)
    }

    @Test func refusesBatchesBeyondTheMachinesMemory() throws {
        let error = #expect(throws: NetworkError.self) {
            try Network(try Examples.report(), device: device, batchCapacity: 1 << 30)
        }
        guard case .insufficientMemory(let needed, let available) = error else {
            Issue.record("another error: \(String(describing: error))")
            return
        }
        #expect(needed > available)
        #expect(error?.description.hasSuffix("use a smaller batch or a smaller network") == true)
    }
}
