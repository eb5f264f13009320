/// What one epoch of training came to.
package struct EpochReport: Hashable, Codable, Sendable {
    /// Number of the epoch, from 1.
    package let epoch: Int
    /// Mean loss in nats over the epoch's steps, dropout on and weights moving.
    package let trainingLoss: Double
    /// Share of right answers over the epoch's steps, dropout on and weights moving.
    package let trainingAccuracy: Double
    /// Mean loss on the validation images in evaluation mode after the epoch; nothing without such images.
    package let validationLoss: Double?
    /// Share of right answers on the validation images in evaluation mode after the epoch.
    package let validationAccuracy: Double?
    /// Duration of training and validation.
    package let seconds: Double
    /// Training speed, validation left out.
    package let imagesPerSecond: Double
    /// Whether these are the best weights so far: the lowest validation loss, or without validation the newest.
    package let isBest: Bool

    /// Takes every value as it was measured.
    package init(
        epoch: Int, trainingLoss: Double, trainingAccuracy: Double,
        validationLoss: Double?, validationAccuracy: Double?,
        seconds: Double, imagesPerSecond: Double, isBest: Bool
    ) {
        self.epoch = epoch
        self.trainingLoss = trainingLoss
        self.trainingAccuracy = trainingAccuracy
        self.validationLoss = validationLoss
        self.validationAccuracy = validationAccuracy
        self.seconds = seconds
        self.imagesPerSecond = imagesPerSecond
        self.isBest = isBest
    }
}
