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

    /// Whether this training, had it never stopped, would have come through `state`.
    ///
    /// So it is where the state suits the network and the optimiser, and where neither the number of epochs nor
    /// patience would have ended the training before. That the images and keys are the same is for the caller to know.
    package func comesThrough(_ state: TrainerState) -> Bool {
        guard (try? validated(state)) != nil, state.history.count <= configuration.epochs else { return false }
        var stopping = EarlyStopping(patience: configuration.patience)
        for report in state.history {
            guard !stopping.isExhausted else { return false }
            stopping.record(report.validationLoss)
        }
        return true
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
