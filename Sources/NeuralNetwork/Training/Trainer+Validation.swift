extension Trainer {
    /// Throws `TrainingError` where the images do not suit the network or the configuration.
    func validate(_ training: LabeledImages, _ validation: LabeledImages?) throws(TrainingError) {
        guard training.count > 0 else { throw .noTrainingImages }
        guard validation?.count != 0 else { throw .noValidationImages }
        guard validation != nil || configuration.patience == nil else { throw .patienceWithoutValidation }
        try validate(training)
        if let validation { try validate(validation) }
        let lastBatch = (training.count - 1) % configuration.batchSize + 1
        if lastBatch == 1 && normalizesSingleRows {
            throw .singleRowBatch(images: training.count, batchSize: configuration.batchSize)
        }
    }

    /// The state, where it belongs to this network and optimiser; throws `TrainingError.foreignCheckpoint` otherwise.
    func validated(_ state: TrainerState) throws(TrainingError) -> TrainerState {
        let layout = ParameterLayout(architecture)
        guard state.weights.fit(layout), state.bestWeights.fit(layout),
            state.optimizer.fits(configuration.optimizer, parameterCount: layout.parameterCount)
        else { throw .foreignCheckpoint }
        return state
    }

    private func validate(_ images: LabeledImages) throws(TrainingError) {
        guard images.shape == architecture.input else {
            throw .shapeMismatch(expected: architecture.input, found: images.shape)
        }
        if let label = images.labels.max(), Int(label) >= architecture.classes {
            throw .labelOutOfRange(label: label, classes: architecture.classes)
        }
    }

    /// Whether some batch normalisation takes one row from each image.
    private var normalizesSingleRows: Bool {
        architecture.layers.indices.contains { index in
            let input = architecture.input(ofLayer: index)
            return architecture.layers[index] == .batchNormalization && input.count == input.channels
        }
    }
}
