import NeuralNetwork
import NotebookCore

/// An architecture that cells can train.
struct ModelDesign: CellProduct {
    static let kind = "model"

    /// Label of the cell that made it.
    let label: String
    let architecture: Architecture
}
