import NeuralNetwork
import TensorKernels
import Testing

struct DeterminismTests {
    @Test(arguments: KernelVariant.available)
    func weightsAreBitIdenticalAtAnyNumberOfThreads(variant: KernelVariant) throws {
        let single = try train(variant, threads: 1)
        for threads in [1, 2, 3, 8] {
            let result = try train(variant, threads: threads)
            #expect(result.weights == single.weights, "\(threads) threads")
            #expect(result.history.map(\.validationLoss) == single.history.map(\.validationLoss))
        }
    }

    @Test(arguments: KernelVariant.available)
    func trainingsThatShareADeviceDoNotMeet(variant: KernelVariant) async throws {
        let device = try ComputeDevice(threads: 2, variant: variant)
        let alone = try train(on: device).weights
        try await withThrowingTaskGroup { group in
            for _ in 0..<3 { group.addTask { try train(on: device).weights } }
            for try await weights in group { #expect(weights == alone) }
        }
    }

    @Test(arguments: [
        TrainingKeys(initialization: 9, shuffling: 2, dropout: 3),
        TrainingKeys(initialization: 1, shuffling: 9, dropout: 3),
        TrainingKeys(initialization: 1, shuffling: 2, dropout: 9),
    ])
    func everyKeyMatters(keys: TrainingKeys) throws {
        #expect(try train(.plain, threads: 1, keys).weights != train(.plain, threads: 1).weights)
    }

    private func train(
        _ variant: KernelVariant, threads: Int, _ keys: TrainingKeys = Examples.keys
    ) throws -> TrainingResult {
        try train(on: ComputeDevice(threads: threads, variant: variant), keys)
    }

    /// Two epochs over images that end with a short batch, with sizes that no vector width divides.
    private func train(
        on device: ComputeDevice, _ keys: TrainingKeys = Examples.keys
    ) throws -> TrainingResult {
        let trainer = try Trainer(
            architecture: try .convolutional(
                input: Examples.barShape, blocks: [9, 20], dense: [33], dropout: 0.5, classes: 4),
            configuration: TrainingConfiguration(batchSize: 32, epochs: 2), keys: keys, device: device)
        return try trainer.train(on: Examples.bars(count: 75, key: 1), validation: Examples.bars(count: 70, key: 2))
    }
}
