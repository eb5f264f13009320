import Foundation
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

    /// An unsigned 32-bit little-endian length, the history as JSON, the model file.
    func archived() throws -> Data {
        let history = try JSONEncoder().encode(history)
        return withUnsafeBytes(of: UInt32(history.count).littleEndian) { Data($0) } + history
            + (try ModelFile.encode(weights, architecture))
    }

    /// What `archived` has put into bytes; throws where they are something else.
    static func unarchived(_ archive: Data) throws -> (weights: Weights, history: TrainingHistory) {
        guard archive.count >= 4 else { throw ModelFileError.damaged }
        let archive = Data(archive)
        let length = archive.prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
        guard length <= archive.count - 4 else { throw ModelFileError.damaged }
        let history = try JSONDecoder().decode(TrainingHistory.self, from: archive[4..<4 + length])
        return (try ModelFile.decode(archive[(4 + length)...]).weights, history)
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
