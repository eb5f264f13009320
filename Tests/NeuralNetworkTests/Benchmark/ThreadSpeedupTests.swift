import NeuralNetwork
import TensorKernels
import Testing

struct ThreadSpeedupTests {
    @Test func comparesThreadsByRatios() throws {
        let shape = ImageShape(height: 2, width: 2, channels: 1)
        let benchmark = TrainingBenchmark(
            architecture: try .perceptron(input: shape, hidden: [4], classes: 2), batchSize: 3)
        let images = LabeledImages(shape: shape, pixels: [UInt8](0..<28), labels: [0, 1, 0, 1, 0, 1, 0])
        let speedup = try benchmark.speedupOverOneThread(
            training: images, pairs: 3, peakSeconds: 1e-4, on: ComputeDevice(threads: 2, variant: .baseline))
        #expect(speedup.training > 0 && speedup.training.isFinite)
        #expect(speedup.multiplyAdd > 0 && speedup.multiplyAdd.isFinite)
    }
}
