/// How a network is trained.
package struct TrainingConfiguration: Hashable, Codable, Sendable {
    /// How parameters follow their gradients.
    package var optimizer: Optimizer
    /// Images of one step; the last batch of an epoch may be shorter.
    package var batchSize: Int
    /// Most passes over the training images.
    package var epochs: Int
    /// Epochs without a lower validation loss after which training stops; nothing trains all epochs.
    package var patience: Int?

    /// Takes any values; a trainer checks them.
    package init(
        optimizer: Optimizer = .adam(learningRate: 0.001), batchSize: Int = 32, epochs: Int, patience: Int? = nil
    ) {
        self.optimizer = optimizer
        self.batchSize = batchSize
        self.epochs = epochs
        self.patience = patience
    }

    /// Throws `TrainingError.invalidSetting` for the first value that makes no sense.
    func validate() throws(TrainingError) {
        try require(batchSize >= 1, "batch size", batchSize, "1 or more")
        try require(epochs >= 1, "epochs", epochs, "1 or more")
        if let patience { try require(patience >= 1, "patience", patience, "1 or more") }
        let rate = optimizer.learningRate
        try require(rate > 0 && rate.isFinite, "learning rate", rate, "a number above 0")
        switch optimizer {
        case .adam(_, let beta1, let beta2, let epsilon):
            try require((0..<1).contains(beta1), "beta1", beta1, "from 0 up to, not including, 1")
            try require((0..<1).contains(beta2), "beta2", beta2, "from 0 up to, not including, 1")
            try require(epsilon > 0 && epsilon.isFinite, "epsilon", epsilon, "a number above 0")
        case .sgd(_, let momentum):
            try require((0..<1).contains(momentum), "momentum", momentum, "from 0 up to, not including, 1")
        }
    }

    private func require(
        _ condition: Bool, _ name: String, _ value: some CustomStringConvertible, _ allowed: String
    ) throws(TrainingError) {
        guard condition else { throw .invalidSetting(name: name, value: value.description, allowed: allowed) }
    }
}

/// Keys of the random streams of a training; equal keys start from the same weights and see the same batches.
package struct TrainingKeys: Hashable, Codable, Sendable {
    /// Key of the first weights.
    package var initialization: UInt64
    /// Key of the order of images in each epoch.
    package var shuffling: UInt64
    /// Key of the values that dropout keeps in each step.
    package var dropout: UInt64

    /// Takes a key for each purpose.
    package init(initialization: UInt64, shuffling: UInt64, dropout: UInt64) {
        self.initialization = initialization
        self.shuffling = shuffling
        self.dropout = dropout
    }
}
