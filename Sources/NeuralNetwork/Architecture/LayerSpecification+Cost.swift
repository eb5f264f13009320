extension LayerSpecification {
    /// Trained values of the layer for an input of shape `input`.
    func parameterCount(for input: ActivationShape) -> Int {
        switch self {
        case .convolution(let filters, let kernel, _): (kernel * kernel * input.channels + 1) * filters
        case .batchNormalization: 2 * input.channels
        case .dense(let units): (input.count + 1) * units
        case .relu, .maxPooling, .dropout, .flatten: 0
        }
    }

    /// Multiply–adds of one image in evaluation, from shape `input` to shape `output`.
    ///
    /// By the field's custom only convolutions and dense layers are counted, and a multiplication by a padding zero
    /// as any other.
    func multiplyAdds(from input: ActivationShape, to output: ActivationShape) -> Int {
        switch self {
        case .convolution(_, let kernel, _): output.count * kernel * kernel * input.channels
        case .dense(let units): input.count * units
        case .batchNormalization, .relu, .maxPooling, .dropout, .flatten: 0
        }
    }
}
