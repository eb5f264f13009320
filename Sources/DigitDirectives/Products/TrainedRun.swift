import NeuralNetwork
import NotebookCore
import Synchronization

/// A network that has been trained, with the data it was trained on.
///
/// What it reads in each split is computed once, when the first cell asks for it.
final class TrainedRun: CellProduct {
    static let kind = "trained run"

    /// Label of the cell that made it.
    let label: String
    let architecture: Architecture
    /// The weights of the best epoch.
    let weights: Weights
    let history: TrainingHistory
    let data: DataSet
    private let knownPredictions = Mutex<[Split: Predictions]>([:])

    init(
        label: String, architecture: Architecture, weights: Weights, history: TrainingHistory, data: DataSet
    ) {
        self.label = label
        self.architecture = architecture
        self.weights = weights
        self.history = history
        self.data = data
    }

    /// The images of a split with what the network reads in them, in evaluation mode.
    func readings(of split: Split, in context: CellContext) throws -> Readings {
        let images = try data.images(of: split)
        if let known = knownPredictions.withLock({ $0[split] }) {
            return Readings(run: label, split: split, images: images, predictions: known)
        }
        context.report(
            .progress(CellProgress(fraction: nil, stage: "reading \(images.count) \(split.adjective) images")))
        let predictions = try explainingFailures { try network(on: context.device()).predict(images) }
        knownPredictions.withLock { $0[split] = predictions }
        return Readings(run: label, split: split, images: images, predictions: predictions)
    }

    /// A network with the run's weights, ready for batches of up to `batchCapacity` images.
    func network(on device: ComputeDevice, batchCapacity: Int = 500) throws -> Network {
        let network = try Network(architecture, device: device, batchCapacity: batchCapacity)
        network.weights = weights
        return network
    }
}
