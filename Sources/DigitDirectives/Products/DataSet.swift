package import NeuralNetwork
package import NotebookCore

/// Images of digits, divided into what a model is fitted to, stopped by and measured with.
package struct DataSet: CellProduct {
    package static let kind = "data set"

    /// Label of the cell that made it.
    package let label: String
    package let training: LabeledImages
    /// May be empty.
    package let validation: LabeledImages
    package let test: LabeledImages

    package init(label: String, training: LabeledImages, validation: LabeledImages, test: LabeledImages) {
        self.label = label
        self.training = training
        self.validation = validation
        self.test = test
    }

    /// Shape of every image.
    var shape: ImageShape { training.shape }

    package subscript(split: Split) -> LabeledImages {
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
