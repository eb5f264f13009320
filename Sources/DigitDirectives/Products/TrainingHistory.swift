import NeuralNetwork

/// How a training went, epoch by epoch.
struct TrainingHistory: Hashable, Codable, Sendable {
    /// One report an epoch; at least one once training has ended.
    var epochs: [EpochReport]
    /// Most epochs that the training could have taken.
    var plannedEpochs: Int

    /// The epoch whose weights are kept; nil before the first has ended.
    var best: EpochReport? { epochs.last { $0.isBest } }
    /// Whether patience ended the training.
    var stoppedEarly: Bool { epochs.count < plannedEpochs }
    /// Duration of all epochs, validation included.
    var seconds: Double { epochs.reduce(0) { $0 + $1.seconds } }
    /// Training speed over all epochs, validation left out: the harmonic mean, since every epoch sees as many images.
    var imagesPerSecond: Double {
        Double(epochs.count) / epochs.reduce(0) { $0 + 1 / $1.imagesPerSecond }
    }
}
