import NeuralNetwork
import Testing

struct TrainerValidationTests {
    @Test(arguments: [
        (TrainingConfiguration(batchSize: 0, epochs: 1), "batch size is 0; it must be 1 or more"),
        (TrainingConfiguration(epochs: 0), "epochs is 0; it must be 1 or more"),
        (TrainingConfiguration(epochs: 1, patience: 0), "patience is 0; it must be 1 or more"),
        (
            TrainingConfiguration(optimizer: .adam(learningRate: -1), epochs: 1),
            "learning rate is -1.0; it must be a number above 0"
        ),
        (
            TrainingConfiguration(optimizer: .sgd(learningRate: .nan), epochs: 1),
            "learning rate is nan; it must be a number above 0"
        ),
        (
            TrainingConfiguration(optimizer: .sgd(learningRate: 0.1, momentum: 1), epochs: 1),
            "momentum is 1.0; it must be from 0 up to, not including, 1"
        ),
        (
            TrainingConfiguration(optimizer: .adam(learningRate: 0.1, beta2: 1), epochs: 1),
            "beta2 is 1.0; it must be from 0 up to, not including, 1"
        ),
    ])
    func refusesSettingsOutOfRange(configuration: TrainingConfiguration, message: String) throws {
        let error = #expect(throws: TrainingError.self) { try trainer(configuration) }
        #expect(error?.description == message)
    }

    @Test func refusesImagesThatDoNotSuit() throws {
        let trainer = try trainer(TrainingConfiguration(epochs: 1))
        let images = Examples.bars(count: 8, key: 1)
        #expect(throws: TrainingError.noTrainingImages) { try trainer.train(on: images.subset([])) }
        #expect(throws: TrainingError.noValidationImages) {
            try trainer.train(on: images, validation: images.subset([]))
        }
        let shape = ImageShape(height: 1, width: 64, channels: 1)
        let other = LabeledImages(shape: shape, pixels: images.pixels, labels: images.labels)
        #expect(throws: TrainingError.shapeMismatch(expected: images.shape, found: shape)) {
            try trainer.train(on: images, validation: other)
        }
        let strange = LabeledImages(shape: images.shape, pixels: images.pixels, labels: [0, 1, 2, 3, 4, 3, 2, 1])
        let error = #expect(throws: TrainingError.labelOutOfRange(label: 4, classes: 4)) {
            try trainer.train(on: strange)
        }
        #expect(
            error?.description == """
                an image is labelled 4 and the network has the classes 0 to 3; \
                give the model 5 classes or leave such images out
                """)
    }

    @Test func refusesPatienceWithoutValidation() throws {
        #expect(throws: TrainingError.patienceWithoutValidation) {
            try trainer(TrainingConfiguration(epochs: 1, patience: 2)).train(on: Examples.bars(count: 8, key: 1))
        }
    }

    @Test func refusesABatchOfOneRowForBatchNormalization() throws {
        let architecture = try Architecture(
            input: Examples.barShape, layers: [.flatten, .batchNormalization, .dense(units: 4)], classes: 4)
        let trainer = try trainer(TrainingConfiguration(batchSize: 8, epochs: 1), architecture)
        let error = #expect(throws: TrainingError.singleRowBatch(images: 17, batchSize: 8)) {
            try trainer.train(on: Examples.bars(count: 17, key: 1))
        }
        #expect(
            error?.description == """
                17 images in batches of 8 end with a batch of one, \
                from which batch normalisation of features learns no variance; choose another batch size
                """)
        #expect(try trainer.train(on: Examples.bars(count: 18, key: 1)).history.count == 1)
    }

    @Test func batchesMayExceedTheSet() throws {
        let trainer = try trainer(TrainingConfiguration(batchSize: .max, epochs: 1))
        #expect(try trainer.train(on: Examples.bars(count: 8, key: 1)).history.count == 1)
    }

    private func trainer(
        _ configuration: TrainingConfiguration, _ architecture: Architecture? = nil
    ) throws -> Trainer {
        try Trainer(
            architecture: try architecture ?? Examples.smallConvolutional(), configuration: configuration,
            keys: Examples.keys, device: try ComputeDevice(threads: 1))
    }
}
