/// What a training tells while it runs.
package enum TrainingEvent: Hashable, Sendable {
    /// About eight times a second, and at the end of each epoch before validation.
    case progress(TrainingProgress)
    /// After each epoch.
    case epoch(EpochReport)
}

/// How far the running epoch has come.
package struct TrainingProgress: Hashable, Sendable {
    /// Number of the running epoch, from 1.
    package let epoch: Int
    /// Most epochs of this training.
    package let epochs: Int
    /// Images seen in this epoch.
    package let imagesDone: Int
    /// Images of an epoch.
    package let imagesTotal: Int
    /// Mean loss in nats since the epoch began, dropout on.
    package let runningLoss: Double
    /// Share of right answers since the epoch began, dropout on.
    package let runningAccuracy: Double
    /// Speed since the epoch began.
    package let imagesPerSecond: Double

    /// Takes every value as it was measured.
    package init(
        epoch: Int, epochs: Int, imagesDone: Int, imagesTotal: Int,
        runningLoss: Double, runningAccuracy: Double, imagesPerSecond: Double
    ) {
        self.epoch = epoch
        self.epochs = epochs
        self.imagesDone = imagesDone
        self.imagesTotal = imagesTotal
        self.runningLoss = runningLoss
        self.runningAccuracy = runningAccuracy
        self.imagesPerSecond = imagesPerSecond
    }
}
