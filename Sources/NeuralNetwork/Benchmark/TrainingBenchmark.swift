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

    /// How many times as fast as one thread the device trains: the median over `pairs` of epochs, one on each.
    ///
    /// The two take turns, so that a machine that becomes slower or faster does so for both; an epoch of each before does
    /// not count. Throws as `imagesPerSecond` does.
    package func speedupOverOneThread(
        training images: LabeledImages, pairs: Int, on device: ComputeDevice
    ) throws -> Double {
        let one = try session(on: try ComputeDevice(threads: 1, variant: device.variant), images: images)
        let all = try session(on: device, images: images)
        func speeds(_ epoch: Int) throws -> (one: Double, all: Double) {
            func speed(_ session: TrainingSession) throws -> Double {
                try session.runEpoch(epoch, on: images) { _ in }.imagesPerSecond
            }
            // Each begins as often as the other.
            guard epoch % 2 == 0 else { return (one: try speed(one), all: try speed(all)) }
            let fast = try speed(all)
            return (one: try speed(one), all: fast)
        }
        let ratios = try (0...pairs).map { pair in
            let speeds = try speeds(pair + 1)
            return speeds.all / speeds.one
        }
        return Percentiles(Array(ratios.dropFirst())).median
    }

    private func session(on device: ComputeDevice, images: LabeledImages) throws -> TrainingSession {
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
