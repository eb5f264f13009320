/// Trains a network: epochs of steps, validation after each, early stopping, the best weights at the end.
package struct Trainer: Sendable {
    /// The network to be trained.
    package let architecture: Architecture
    /// Optimiser, batch size, epochs and patience.
    package let configuration: TrainingConfiguration
    /// Keys of everything random.
    package let keys: TrainingKeys
    /// Where it is computed; any number of threads gives the same bits.
    package let device: ComputeDevice

    /// Throws `TrainingError.invalidSetting` where the configuration makes no sense.
    package init(
        architecture: Architecture, configuration: TrainingConfiguration, keys: TrainingKeys, device: ComputeDevice
    ) throws(TrainingError) {
        try configuration.validate()
        self.architecture = architecture
        self.configuration = configuration
        self.keys = keys
        self.device = device
    }

    /// Trains from new weights, or goes on from `state`, until the last epoch or until patience ends.
    ///
    /// The weights of the epoch with the lowest validation loss are kept; without validation images those of the
    /// last. After each epoch `checkpoint`, where given, takes the state from which a later call goes on to the same
    /// bits. Throws `TrainingError`, `NetworkError.insufficientMemory`, what `checkpoint` throws, and
    /// `CancellationError` within a step of the task's cancellation.
    package func train(
        on training: LabeledImages, validation: LabeledImages? = nil, resuming state: TrainerState? = nil,
        report: (TrainingEvent) -> Void = { _ in }, checkpoint: ((TrainerState) throws -> Void)? = nil
    ) throws -> TrainingResult {
        try validate(training, validation)
        var state = try state.map(validated) ?? initialState()
        let session = try TrainingSession(self, batchCapacity: batchCapacity(for: training), from: state)
        var stopping = EarlyStopping(patience: configuration.patience, replaying: state.history)

        while state.history.count < configuration.epochs && !stopping.isExhausted {
            let epoch = state.history.count + 1
            let start = ContinuousClock.now
            let (running, imagesPerSecond) = try session.runEpoch(epoch, on: training, report: report)
            let held = try validation.map { try session.evaluate($0, epoch: epoch) }
            let isBest = stopping.record(held?.loss)
            if isBest { state.bestWeights = session.weights }
            let outcome = EpochReport(
                epoch: epoch, trainingLoss: running.loss, trainingAccuracy: running.accuracy,
                validationLoss: held?.loss, validationAccuracy: held?.accuracy,
                seconds: (ContinuousClock.now - start) / .seconds(1), imagesPerSecond: imagesPerSecond, isBest: isBest)
            state.history.append(outcome)
            report(.epoch(outcome))
            if let checkpoint {
                state.weights = session.weights
                state.optimizer = session.optimizerState
                try checkpoint(state)
            }
        }
        return TrainingResult(
            weights: state.bestWeights, history: state.history, bestEpoch: stopping.bestEpoch,
            stoppedEarly: state.history.count < configuration.epochs)
    }

    func initialState() -> TrainerState {
        let layout = ParameterLayout(architecture)
        let weights = Weights.initial(layout, key: keys.initialization)
        return TrainerState(
            weights: weights, bestWeights: weights,
            optimizer: .initial(configuration.optimizer, parameterCount: layout.parameterCount), history: [])
    }

    /// Images that the workspace is planned for: a step's, and enough to keep the kernels busy in evaluation.
    private func batchCapacity(for training: LabeledImages) -> Int {
        max(min(configuration.batchSize, training.count), 64)
    }
}
