extension LayerSpecification {
    /// Shape of the output for an input of shape `input`.
    func output(for input: ActivationShape) throws(ArchitectureError.Cause) -> ActivationShape {
        switch self {
        case .convolution(let filters, let kernel, let padding):
            guard case .image(let shape) = input else { throw .imageExpected }
            try check("filters", filters, within: 1...65_536)
            try check("kernel", kernel, within: 1...63)
            return .image(try convolved(shape, filters: filters, kernel: kernel, padding: padding))
        case .maxPooling(let window):
            guard case .image(let shape) = input else { throw .imageExpected }
            try check("window", window, within: 2...16)
            guard shape.height >= window, shape.width >= window else {
                throw .windowExceedsInput(window: window, input: shape)
            }
            return .image(
                ImageShape(height: shape.height / window, width: shape.width / window, channels: shape.channels))
        case .dropout(let rate):
            guard rate >= 0, rate < 1 else { throw .dropoutOutOfRange(rate) }
            return input
        case .dense(let units):
            guard case .features = input else { throw .featuresExpected }
            try check("units", units, within: 1...65_536)
            return .features(units)
        case .flatten:
            return .features(input.count)
        case .batchNormalization, .relu:
            return input
        }
    }

    private func convolved(
        _ shape: ImageShape, filters: Int, kernel: Int, padding: Padding
    ) throws(ArchitectureError.Cause) -> ImageShape {
        switch padding {
        case .same:
            guard kernel % 2 == 1 else { throw .evenKernel(kernel) }
            return ImageShape(height: shape.height, width: shape.width, channels: filters)
        case .valid:
            guard shape.height >= kernel, shape.width >= kernel else {
                throw .kernelExceedsInput(kernel: kernel, input: shape)
            }
            return ImageShape(height: shape.height - kernel + 1, width: shape.width - kernel + 1, channels: filters)
        }
    }

    private func check(
        _ name: String, _ value: Int, within range: ClosedRange<Int>
    ) throws(ArchitectureError.Cause) {
        guard range.contains(value) else { throw .outOfRange(name: name, value: value, range: range) }
    }
}
