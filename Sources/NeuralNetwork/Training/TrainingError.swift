/// Why a training cannot begin, or cannot go on.
package enum TrainingError: Error, Hashable, Sendable {
    /// A value of the configuration is out of range.
    case invalidSetting(name: String, value: String, allowed: String)
    /// There is nothing to learn from.
    case noTrainingImages
    /// Validation was asked for on no images.
    case noValidationImages
    /// Early stopping was asked for without validation images.
    case patienceWithoutValidation
    /// The images have another shape than the network's input.
    case shapeMismatch(expected: ImageShape, found: ImageShape)
    /// An image belongs to a class that the network does not have.
    case labelOutOfRange(label: UInt8, classes: Int)
    /// A batch would give batch normalisation one row, from which there is no variance.
    case singleRowBatch(images: Int, batchSize: Int)
    /// The loss is no longer a number.
    case diverged(epoch: Int, step: Int, learningRate: Float)
    /// A checkpoint belongs to another network or optimiser.
    case foreignCheckpoint
}

extension TrainingError: CustomStringConvertible {
    /// Cause and remedy in one line.
    package var description: String {
        switch self {
        case .invalidSetting(let name, let value, let allowed): "\(name) is \(value); it must be \(allowed)"
        case .noTrainingImages: "there are no training images; hold out less for validation or take more data"
        case .noValidationImages: "there are no validation images; hold out a larger part for validation"
        case .patienceWithoutValidation:
            "patience needs validation images to watch the loss on; hold some out or leave patience out"
        case .shapeMismatch(let expected, let found):
            "the network takes images of \(expected) and these are \(found); "
                + "set the model’s input to \(found) or choose other data"
        case .labelOutOfRange(let label, let classes):
            "an image is labelled \(label) and the network has the classes 0 to \(classes - 1); "
                + "give the model \(Int(label) + 1) classes or leave such images out"
        case .singleRowBatch(let images, let batchSize):
            "\(images) images in batches of \(batchSize) end with a batch of one, "
                + "from which batch normalisation of features learns no variance; choose another batch size"
        case .diverged(let epoch, let step, let learningRate):
            "training diverged in epoch \(epoch) (step \(step)): the loss is not a number; "
                + "try a learning rate below \(learningRate), for example \(learningRate / 10), or batch normalisation"
        case .foreignCheckpoint:
            "the checkpoint belongs to another network or optimiser; delete it and train from the start"
        }
    }
}
