/// Times how fast a network is trained, by the trainer itself: batch assembly, both passes, the optimiser.
package struct TrainingBenchmark: Sendable {
    /// The network's shape.
    package let architecture: Architecture
    /// Images of one step.
    package let batchSize: Int

    /// Times steps of `batchSize` images with Adam.
    package init(architecture: Architecture, batchSize: Int) {
        self.architecture = architecture
        self.batchSize = batchSize
    }

    /// Images a second in each of `rounds` epochs over `images`, after an epoch that does not count.
    ///
    /// Throws `TrainingError`, `NetworkError.insufficientMemory`, and `CancellationError` where the task is cancelled.
    package func imagesPerSecond(
        training images: LabeledImages, rounds: Int, on device: ComputeDevice,
        report: (_ round: Int, _ imagesPerSecond: Double) -> Void = { _, _ in }
    ) throws -> [Double] {
        let result = try trainer(epochs: rounds + 1, on: device).train(on: images) { event in
            if case .epoch(let epoch) = event { report(epoch.epoch - 1, epoch.imagesPerSecond) }
        }
        return result.history.dropFirst().map(\.imagesPerSecond)
    }

    func session(on device: ComputeDevice, images: LabeledImages) throws -> TrainingSession {
        let trainer = try trainer(epochs: 1, on: device)
        return try TrainingSession(trainer, batchCapacity: min(batchSize, images.count), from: trainer.initialState())
    }

    private func trainer(epochs: Int, on device: ComputeDevice) throws(TrainingError) -> Trainer {
        try Trainer(
            architecture: architecture,
            configuration: TrainingConfiguration(batchSize: batchSize, epochs: epochs),
            keys: TrainingKeys(initialization: 0, shuffling: 1, dropout: 2), device: device)
    }
}
