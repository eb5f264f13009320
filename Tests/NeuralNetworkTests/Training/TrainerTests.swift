import NeuralNetwork
import TensorKernels
import Testing

struct TrainerTests {
    private func trainer(
        _ configuration: TrainingConfiguration, dropout: Double = 0.25, variant: KernelVariant? = nil
    ) throws -> Trainer {
        try Trainer(
            architecture: try Examples.smallConvolutional(dropout: dropout), configuration: configuration,
            keys: Examples.keys, device: try ComputeDevice(threads: 2, variant: variant))
    }

    @Test(arguments: KernelVariant.available)
    func learnsBarsWithoutError(variant: KernelVariant) throws {
        let trainer = try trainer(
            TrainingConfiguration(optimizer: .adam(learningRate: 0.01), batchSize: 16, epochs: 6), variant: variant)
        let test = Examples.bars(count: 100, key: 21)
        let result = try trainer.train(on: Examples.bars(count: 200, key: 20), validation: test)
        let network = try Network(trainer.architecture, device: trainer.device, batchCapacity: 100)
        network.weights = result.weights
        #expect(try network.predict(test).accuracy(against: test.labels) == 1)
    }

    @Test func learnsByMomentumAsWell() throws {
        let images = Examples.bars(count: 200, key: 20)
        let trainer = try trainer(
            TrainingConfiguration(optimizer: .sgd(learningRate: 0.05, momentum: 0.9), batchSize: 16, epochs: 6))
        let result = try trainer.train(on: images, validation: images)
        #expect(result.history.last?.validationAccuracy == 1)
    }

    @Test func stopsEarlyAndRestoresTheBestWeights() throws {
        // Nothing can be learnt about these validation labels: the surer the network, the greater their loss.
        let validation = Examples.mislabeledBars(count: 60, key: 31)
        let trainer = try trainer(
            TrainingConfiguration(optimizer: .adam(learningRate: 0.01), batchSize: 16, epochs: 30, patience: 3))
        var states: [TrainerState] = []
        let result = try trainer.train(
            on: Examples.bars(count: 200, key: 30), validation: validation, checkpoint: { states.append($0) })

        let losses = result.history.compactMap(\.validationLoss)
        #expect(result.stoppedEarly)
        #expect(result.history.count == result.bestEpoch + 3)
        #expect(losses[result.bestEpoch - 1] == losses.min())
        #expect(result.weights == states[result.bestEpoch - 1].weights)
        #expect(result.weights != states.last?.weights)

        // The running statistics are restored too, so that the loss of that epoch comes out to the last bit.
        let network = try Network(trainer.architecture, device: trainer.device, batchCapacity: 64)
        network.weights = result.weights
        #expect(try network.predict(validation).meanLoss(against: validation.labels) == losses.min())
    }

    @Test func keepsTheLastWeightsWithoutValidation() throws {
        var last: TrainerState?
        let trainer = try trainer(TrainingConfiguration(batchSize: 16, epochs: 2))
        let result = try trainer.train(on: Examples.bars(count: 40, key: 1), checkpoint: { last = $0 })
        #expect(result.weights == last?.weights)
        #expect(result.bestEpoch == 2)
        #expect(!result.stoppedEarly)
        #expect(result.history.allSatisfy { $0.validationLoss == nil })
    }

    @Test func goesOnFromACheckpointToTheSameBits() throws {
        let (training, validation) = (Examples.bars(count: 50, key: 1), Examples.bars(count: 20, key: 2))
        let configuration = TrainingConfiguration(batchSize: 16, epochs: 4, patience: 3)
        let whole = try trainer(configuration).train(on: training, validation: validation)

        var shorter = configuration
        shorter.epochs = 2
        var state: TrainerState?
        _ = try trainer(shorter).train(on: training, validation: validation, checkpoint: { state = $0 })
        let resumed = try trainer(configuration).train(
            on: training, validation: validation, resuming: state)
        #expect(resumed.weights == whole.weights)
        #expect(resumed.bestEpoch == whole.bestEpoch)
        #expect(resumed.history.map(\.validationLoss) == whole.history.map(\.validationLoss))
        #expect(resumed.history.map(\.trainingLoss) == whole.history.map(\.trainingLoss))
    }

    @Test func refusesACheckpointOfAnotherOptimiser() throws {
        let images = Examples.bars(count: 20, key: 1)
        var state: TrainerState?
        _ = try trainer(TrainingConfiguration(epochs: 1)).train(on: images, checkpoint: { state = $0 })
        let other = try trainer(TrainingConfiguration(optimizer: .sgd(learningRate: 0.1), epochs: 1))
        #expect(throws: TrainingError.foreignCheckpoint) {
            try other.train(on: images, resuming: state)
        }
    }

    @Test func reportsProgressAndEpochs() throws {
        var events: [TrainingEvent] = []
        let trainer = try trainer(TrainingConfiguration(batchSize: 16, epochs: 2))
        let images = Examples.bars(count: 40, key: 1)
        let result = try trainer.train(on: images, validation: images, report: { events.append($0) })

        let reports = events.compactMap { if case .epoch(let report) = $0 { report } else { nil } }
        #expect(reports == result.history)
        #expect(reports.map(\.epoch) == [1, 2])
        let finished = events.compactMap { event -> TrainingProgress? in
            if case .progress(let progress) = event, progress.imagesDone == 40 { progress } else { nil }
        }
        #expect(finished.map(\.epoch) == [1, 2])
        #expect(finished.map(\.runningLoss) == result.history.map(\.trainingLoss))
        #expect(finished.allSatisfy { $0.imagesTotal == 40 && $0.epochs == 2 })
    }

    @Test func cancellationEndsTheTraining() async throws {
        let trainer = try trainer(TrainingConfiguration(batchSize: 16, epochs: 1000))
        let training = Task {
            try trainer.train(
                on: Examples.bars(count: 40, key: 1),
                report: { event in
                    if case .epoch(let report) = event, report.epoch == 2 {
                        withUnsafeCurrentTask { $0?.cancel() }
                    } else if case .epoch(let report) = event {
                        #expect(report.epoch < 2)
                    }
                })
        }
        await #expect(throws: CancellationError.self) { try await training.value }
    }

    @Test func divergenceNamesTheEpochAndTheRemedy() throws {
        let trainer = try trainer(
            TrainingConfiguration(optimizer: .sgd(learningRate: 1e30), batchSize: 16, epochs: 3), dropout: 0)
        let error = #expect(throws: TrainingError.self) {
            try trainer.train(on: Examples.bars(count: 160, key: 1))
        }
        guard case .diverged(let epoch, _, _) = error else {
            Issue.record("another error: \(String(describing: error))")
            return
        }
        #expect(epoch == 1)
        let message = error?.description ?? ""
        #expect(message.hasPrefix("training diverged in epoch 1 (step "))
        #expect(message.contains("try a learning rate below 1e+30, for example 1e+29"))
    }
}
