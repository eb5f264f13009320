/// All that a training needs to go on after an epoch as if it had never stopped.
///
/// Nothing random is stored: shuffling derives from its key and the epoch, dropout from its key and the step.
package struct TrainerState: Hashable, Sendable {
    /// The newest weights.
    package var weights: Weights
    /// The weights of the best epoch.
    package var bestWeights: Weights
    /// Moments and number of steps.
    package var optimizer: OptimizerState
    /// Reports of the epochs done.
    package var history: [EpochReport]

    /// Takes the state after the last epoch of `history`.
    package init(weights: Weights, bestWeights: Weights, optimizer: OptimizerState, history: [EpochReport]) {
        self.weights = weights
        self.bestWeights = bestWeights
        self.optimizer = optimizer
        self.history = history
    }
}
