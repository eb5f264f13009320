package import NeuralNetwork
package import NotebookCore

/// An architecture that cells can train.
package struct ModelDesign: CellProduct {
    package static let kind = "model"

    /// Label of the cell that made it.
    package let label: String
    package let architecture: Architecture

    package init(label: String, architecture: Architecture) {
        self.label = label
        self.architecture = architecture
    }
}
