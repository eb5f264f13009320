import Foundation
import NeuralNetwork
import Testing

/// One network as `References/record.py` ran it in PyTorch.
struct Reference: Decodable {
    let name: String
    let architecture: Architecture
    let key: UInt64
    let batchSize: Int
    let loss: Double
    let adamLosses: [Double]
    let momentumLosses: [Double]
    private let images: Int
    private let counts: [Int]

    static func load(_ name: String) throws -> Reference {
        struct Document: Decodable {
            let cases: [Reference]
        }
        let data = try Data(contentsOf: folder.appending(path: "references.json"))
        let document = try JSONDecoder().decode(Document.self, from: data)
        return try #require(document.cases.first { $0.name == name })
    }

    /// Logits of the first batch in training mode, gradients, running statistics, logits of the second batch in
    /// evaluation mode after that.
    func results() throws -> (logits: [Float], gradients: [Float], statistics: [Float], evaluation: [Float]) {
        let data = try Data(contentsOf: Self.folder.appending(path: "\(name).f32"))
        var rest = stride(from: 0, to: data.count, by: 4).map { start in
            Float(bitPattern: (0..<4).reduce(UInt32(0)) { $0 | UInt32(data[start + $1]) << UInt32(8 * $1) })
        }[...]
        let parts = counts.map { count in
            defer { rest = rest.dropFirst(count) }
            return Array(rest.prefix(count))
        }
        try #require(parts.count == 4 && rest.isEmpty)
        return (parts[0], parts[1], parts[2], parts[3])
    }

    /// The images and weights that the recording drew, drawn once more.
    func input() -> (images: LabeledImages, weights: Weights) {
        var stream = RandomStream(key: key)
        let pixels = (0..<images * architecture.input.count).map { _ in UInt8(stream.next() >> 56) }
        let labels = (0..<images).map { _ in UInt8((stream.next() >> 32) % UInt64(architecture.classes)) }
        let layout = ParameterLayout(architecture)
        var weights = Weights(
            parameters: [Float](repeating: 0, count: layout.parameterCount),
            statistics: [Float](repeating: 0, count: layout.statisticCount))
        for tensor in layout.tensors {
            let units = tensor.role == .weights ? layout.range(.bias, ofLayer: tensor.layer).count : 1
            for index in tensor.range {
                let value = 2 * stream.uniformDouble() - 1
                switch tensor.role {
                case .weights:
                    let bound = (6 / Double(tensor.range.count / units)).squareRoot()
                    weights.parameters[index] = Float(value * bound)
                case .bias: weights.parameters[index] = Float(value * 0.1)
                case .shift: weights.parameters[index] = Float(value * 0.2)
                case .scale: weights.parameters[index] = 1 + Float(value * 0.2)
                case .runningMean: weights.statistics[index] = Float(value * 0.2)
                case .runningVariance: weights.statistics[index] = 1 + Float(value * 0.2)
                }
            }
        }
        return (LabeledImages(shape: architecture.input, pixels: pixels, labels: labels), weights)
    }

    private static var folder: URL {
        Bundle.module.resourceURL?.appending(path: "References") ?? URL(filePath: "References")
    }
}
