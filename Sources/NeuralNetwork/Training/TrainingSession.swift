internal import TensorKernels

/// A network, its optimiser and its random streams while a training runs.
final class TrainingSession {
    private let network: Network
    private let optimizer: OptimizerRun
    private let configuration: TrainingConfiguration
    private let keys: TrainingKeys

    /// Sets up a network with the weights and the optimiser's moments of `state`.
    init(_ trainer: Trainer, batchCapacity: Int, from state: TrainerState) throws {
        network = try Network(trainer.architecture, device: trainer.device, batchCapacity: batchCapacity)
        network.weights = state.weights
        optimizer = OptimizerRun(trainer.configuration.optimizer, from: state.optimizer)
        configuration = trainer.configuration
        keys = trainer.keys
    }

    var weights: Weights { network.weights }
    var optimizerState: OptimizerState { optimizer.state }

    /// Goes once over the images in a new order, a step for each batch; gives the epoch's running score and its speed.
    ///
    /// Throws `TrainingError.diverged`, and `CancellationError` before the next step where the task is cancelled.
    func runEpoch(
        _ epoch: Int, on images: LabeledImages, report: (TrainingEvent) -> Void
    ) throws -> (running: Score, imagesPerSecond: Double) {
        var shuffling = RandomStream(key: RandomStream.key(keys.shuffling, epoch))
        let order = shuffling.shuffled(0..<images.count)
        var running = Score()
        var meter = ProgressMeter()
        func loading(from start: Int) -> BatchLoading<ArraySlice<Int>> {
            network.loading(
                images, at: order[start...].prefix(configuration.batchSize), into: network.training.input)
        }
        var batch = loading(from: 0)
        batch.run()
        while !batch.indices.isEmpty {
            try Task.checkCancellation()
            let score = network.differentiate(
                loaded: batch.indices.count, dropoutKey: RandomStream.key(keys.dropout, optimizer.step))
            guard score.lossSum.isFinite else { throw divergence(epoch) }
            // Nothing reads the images of this batch any more.
            batch = loading(from: batch.indices.endIndex)
            optimizer.update(network, meanwhile: batch.taskCount, batch.perform)
            running += score
            if meter.isDue() || running.count == images.count {
                report(.progress(progress(epoch, running, of: images.count, seconds: meter.seconds)))
            }
        }
        return (running, Double(running.count) / meter.seconds)
    }

    /// Scores the network as it stands in evaluation mode; throws `TrainingError.diverged` where the loss is not a
    /// number.
    func evaluate(_ images: LabeledImages, epoch: Int) throws -> Score {
        let score = try network.predict(images).score(against: images.labels)
        guard score.lossSum.isFinite else { throw divergence(epoch) }
        return score
    }

    private func divergence(_ epoch: Int) -> TrainingError {
        .diverged(epoch: epoch, step: optimizer.step + 1, learningRate: configuration.optimizer.learningRate)
    }

    private func progress(
        _ epoch: Int, _ running: Score, of total: Int, seconds: Double
    ) -> TrainingProgress {
        TrainingProgress(
            epoch: epoch, epochs: configuration.epochs, imagesDone: running.count, imagesTotal: total,
            runningLoss: running.loss, runningAccuracy: running.accuracy,
            imagesPerSecond: Double(running.count) / seconds)
    }
}
