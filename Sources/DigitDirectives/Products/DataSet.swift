import NeuralNetwork
import NotebookCore

/// Images of digits, divided into what a model is fitted to, stopped by and measured with.
struct DataSet: CellProduct {
    static let kind = "data set"

    /// Label of the cell that made it.
    let label: String
    let training: LabeledImages
    /// May be empty.
    let validation: LabeledImages
    let test: LabeledImages

    /// Shape of every image.
    var shape: ImageShape { training.shape }

    subscript(split: Split) -> LabeledImages {
        switch split {
        case .train: training
        case .validation: validation
        case .test: test
        }
    }

    /// The images of a split that a cell cannot do without.
    func images(of split: Split) throws(CellFailure) -> LabeledImages {
        let images = self[split]
        guard images.count > 0 else {
            throw CellFailure(
                "the data set `\(label)` has no \(split.adjective) images",
                remedy: split == .validation
                    ? "Hold some out with `validation: 20%` in dataset `\(label)`, or choose another split."
                    : "Raise the limits in dataset `\(label)`, or choose another split.")
        }
        return images
    }
}
