import NeuralNetwork
import TensorKernels
import Testing

struct TrainingBenchmarkTests {
    private let benchmark: TrainingBenchmark
    private let images: LabeledImages

    init() throws {
        let shape = ImageShape(height: 2, width: 2, channels: 1)
        benchmark = TrainingBenchmark(
            architecture: try .perceptron(input: shape, hidden: [4], classes: 2), batchSize: 3)
        images = LabeledImages(shape: shape, pixels: [UInt8](0..<28), labels: [0, 1, 0, 1, 0, 1, 0])
    }

    @Test func firstRoundDoesNotCount() throws {
        var told: [Int] = []
        let speeds = try benchmark.imagesPerSecond(
            training: images, rounds: 2, on: ComputeDevice(threads: 1, variant: .baseline)
        ) { round, _ in told.append(round) }
        #expect(speeds.count == 2)
        #expect(told == [0, 1, 2])
    }
}
