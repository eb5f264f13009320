/// One layer of an architecture, as its author writes it: no sizes that follow from the layer before.
package enum LayerSpecification: Hashable, Codable, Sendable {
    /// Square filters with stride 1 and a bias each.
    case convolution(filters: Int, kernel: Int, padding: Padding)
    /// Batch normalisation with a trained scale and shift for each channel.
    case batchNormalization
    case relu
    /// Greatest value of each square window; windows do not overlap.
    case maxPooling(window: Int)
    /// Zeroes each value with probability `rate` while training.
    case dropout(rate: Double)
    /// Lays an image's values out in a row, in the order height, width, channel.
    case flatten
    /// A fully connected layer with a bias for each unit.
    case dense(units: Int)

    /// What a convolution finds beyond the image's edge.
    package enum Padding: String, Hashable, Codable, Sendable, CaseIterable {
        /// Zeros, as many as keep height and width; the kernel must be odd.
        case same
        /// Nothing: the output shrinks by kernel − 1.
        case valid
    }
}

extension LayerSpecification: CustomStringConvertible {
    /// "Convolution 3×3", "Max pooling 2×2", "Dropout 0.5".
    package var description: String {
        switch self {
        case .convolution(_, let kernel, let padding):
            "Convolution \(kernel)×\(kernel)" + (padding == .valid ? ", valid" : "")
        case .batchNormalization: "Batch normalisation"
        case .relu: "ReLU"
        case .maxPooling(let window): "Max pooling \(window)×\(window)"
        case .dropout(let rate): "Dropout \(rate)"
        case .flatten: "Flatten"
        case .dense: "Dense"
        }
    }
}
