/// What a training has led to.
package struct TrainingResult: Hashable, Sendable {
    /// The weights of the best epoch.
    package let weights: Weights
    /// One report an epoch.
    package let history: [EpochReport]
    /// Number of the epoch, from 1, with the lowest validation loss; without validation the last.
    package let bestEpoch: Int
    /// Whether patience ended the training before its last epoch.
    package let stoppedEarly: Bool

    /// Takes what a training came to.
    package init(weights: Weights, history: [EpochReport], bestEpoch: Int, stoppedEarly: Bool) {
        self.weights = weights
        self.history = history
        self.bestEpoch = bestEpoch
        self.stoppedEarly = stoppedEarly
    }

    /// Duration of all epochs, those before an interruption included.
    package var seconds: Double { history.reduce(0) { $0 + $1.seconds } }
}
