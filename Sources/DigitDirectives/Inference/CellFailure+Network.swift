import NeuralNetwork
import NotebookCore
import TensorKernels

extension CellFailure {
    /// A failure of training in the words of a notebook's options.
    init(_ error: TrainingError) {
        switch error {
        case .invalidSetting(let name, let value, let allowed):
            self.init("\(name) is \(value)", remedy: "It must be \(allowed).")
        case .noTrainingImages:
            self.init(
                "the data set has no training images",
                remedy: "Hold out a smaller share for validation, or raise `training-limit`.")
        case .noValidationImages, .patienceWithoutValidation:
            self.init(
                "`patience` watches the validation loss, and the data set has no validation images",
                remedy: "Hold some out with `validation: 20%` in the dataset cell, or write `patience: none`.")
        case .shapeMismatch(let expected, let found):
            self.init(shape: found, expected: expected)
        case .labelOutOfRange(let label, let classes):
            self.init(
                "an image is labelled \(label), and the model knows the classes 0 to \(classes - 1)",
                remedy: "Use data whose labels are digits.")
        case .singleRowBatch(let images, let batchSize):
            self.init(
                "\(images) training images in batches of \(batchSize) leave a last batch of one, from which batch "
                    + "normalisation learns no variance",
                remedy: "Choose another `batch-size`.")
        case .diverged(let epoch, let step, let learningRate):
            self.init(
                "training diverged in epoch \(epoch), step \(step): the loss is no number any more",
                remedy: "Lower `learning-rate`, for example to \(learningRate / 10), or train with batch normalisation."
            )
        case .foreignCheckpoint:
            self.init("the checkpoint belongs to another training", remedy: "Train from the start.")
        }
    }

    /// A failure to set a network up in the words of a notebook's options.
    init(_ error: NetworkError) {
        switch error {
        case .insufficientMemory(let needed, let available):
            self.init(
                "the network needs \(needed >> 20) MB for one batch, and the machine has \(available >> 20) MB",
                remedy: "Choose a smaller `batch-size` or a smaller model.")
        case .shapeMismatch(let expected, let found):
            self.init(shape: found, expected: expected)
        }
    }

    private init(shape found: ImageShape, expected: ImageShape) {
        self.init(
            "the model takes images of \(expected), and those of the data set are \(found)",
            remedy:
                "Write `input: \(found.height)x\(found.width)x\(found.channels)` in the model cell, or use other data.")
    }
}

/// Does a piece of work with networks, and tells its errors as failures that a notebook's author can mend.
func explainingFailures<Result>(_ work: () throws -> Result) throws -> Result {
    do {
        return try work()
    } catch let error as TrainingError {
        throw CellFailure(error)
    } catch let error as NetworkError {
        throw CellFailure(error)
    } catch let error as KernelVariantError {
        throw CellFailure(error.description)
    }
}
