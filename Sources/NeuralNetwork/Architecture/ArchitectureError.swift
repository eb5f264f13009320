/// Why a list of layers makes no network: which layer, what is wrong with it, and what to write instead.
package struct ArchitectureError: Error, Hashable, Sendable {
    /// Number of the layer from 1; nothing where the fault is not one layer's.
    package var layer: Int?
    /// The layer as its author wrote it.
    package var specification: LayerSpecification?
    /// What is wrong, with the values that make it so.
    package var cause: Cause

    /// What is wrong.
    package enum Cause: Error, Hashable, Sendable {
        case inputOutOfRange(ImageShape)
        case classesOutOfRange(Int)
        case outOfRange(name: String, value: Int, range: ClosedRange<Int>)
        case dropoutOutOfRange(Double)
        case evenKernel(Int)
        case kernelExceedsInput(kernel: Int, input: ImageShape)
        case windowExceedsInput(window: Int, input: ImageShape)
        case imageExpected
        case featuresExpected
        case tooManyParameters(limit: Int)
        case tooManyActivations(limit: Int)
        case wrongOutput(found: ActivationShape, classes: Int)
    }
}

extension ArchitectureError: CustomStringConvertible {
    /// Place, cause and remedy in one line.
    package var description: String {
        if let layer, let specification {
            "layer \(layer) (\(specification)): \(cause.summary); \(cause.remedy)"
        } else {
            "\(cause.summary); \(cause.remedy)"
        }
    }
}

extension ArchitectureError.Cause {
    /// What is wrong, without the place.
    package var summary: String {
        switch self {
        case .inputOutOfRange(let shape): "an input of \(shape) is out of range"
        case .classesOutOfRange(let count): "\(count) is no possible number of classes"
        case .outOfRange(let name, let value, let range):
            "\(name) is \(value), outside \(range.lowerBound) to \(range.upperBound)"
        case .dropoutOutOfRange(let rate): "a dropout rate of \(rate) is out of range"
        case .evenKernel(let kernel): "a \(kernel)×\(kernel) kernel has no middle, which “same” padding needs"
        case .kernelExceedsInput(let kernel, let input):
            "the \(kernel)×\(kernel) kernel is larger than its input, \(input)"
        case .windowExceedsInput(let window, let input):
            "pooling \(window)×\(window) leaves nothing of its input, \(input)"
        case .imageExpected: "it needs an image, and its input is a row of features"
        case .featuresExpected: "it needs a row of features, and its input is an image"
        case .tooManyParameters(let limit): "the network has more than \(limit) parameters"
        case .tooManyActivations(let limit): "its output has more than \(limit) values an image"
        case .wrongOutput(let found, let classes):
            "the last layer gives \(found) values where \(classes) classes need one each"
        }
    }

    /// What to write instead.
    package var remedy: String {
        switch self {
        case .inputOutOfRange: "use a height and width of 1 to 1024 and 1 to 64 channels"
        case .classesOutOfRange: "use 2 to 256 classes"
        case .outOfRange(let name, _, let range): "choose \(name) from \(range.lowerBound) to \(range.upperBound)"
        case .dropoutOutOfRange: "use a rate from 0 up to, not including, 1"
        case .evenKernel(let kernel): "use a kernel of \(kernel - 1) or \(kernel + 1), or “valid” padding"
        case .kernelExceedsInput: "use a smaller kernel, “same” padding, fewer layers, or a larger input"
        case .windowExceedsInput: "use fewer pooling layers, a smaller window, or a larger input"
        case .imageExpected: "put it before the flatten layer"
        case .featuresExpected: "put a flatten layer before it"
        case .tooManyParameters, .tooManyActivations: "use fewer filters or units, or pool earlier"
        case .wrongOutput(_, let classes): "end with flatten and a dense layer of \(classes) units"
        }
    }
}
