/// Where each layer's values lie in the flat vectors of parameters and of running statistics.
///
/// Layers follow one another without gaps in the order of the architecture; weights, then bias; scale, then shift;
/// mean, then variance. One optimiser pass over one vector trains the whole network.
package struct ParameterLayout: Hashable, Sendable {
    /// All tensors, layer after layer.
    package let tensors: [Tensor]
    /// Length of the vector of trained values.
    package let parameterCount: Int
    /// Length of the vector of running statistics.
    package let statisticCount: Int

    /// One tensor: a layer's part of a flat vector.
    package struct Tensor: Hashable, Sendable {
        /// Index of the layer in the architecture.
        package let layer: Int
        /// What the tensor is to its layer.
        package let role: Role
        /// Place in the vector of parameters, or of statistics for the running ones.
        package let range: Range<Int>
    }

    /// What a tensor is to its layer.
    package enum Role: String, Hashable, Sendable {
        /// Filters `[kernelHeight, kernelWidth, inChannels, outChannels]` or dense weights `[inputs, outputs]`.
        case weights
        case bias
        case scale
        case shift
        case runningMean
        case runningVariance

        /// Whether the tensor is tracked by batch normalisation rather than trained.
        package var isStatistic: Bool { self == .runningMean || self == .runningVariance }
    }

    /// Lays out the tensors of every layer of `architecture`.
    package init(_ architecture: Architecture) {
        var tensors: [Tensor] = []
        var parameters = 0
        var statistics = 0
        func append(_ role: Role, layer: Int, count: Int) {
            let start = role.isStatistic ? statistics : parameters
            tensors.append(Tensor(layer: layer, role: role, range: start..<start + count))
            if role.isStatistic { statistics += count } else { parameters += count }
        }
        for (index, layer) in architecture.layers.enumerated() {
            let input = architecture.input(ofLayer: index)
            switch layer {
            case .convolution(let units, _, _), .dense(let units):
                append(.weights, layer: index, count: layer.parameterCount(for: input) - units)
                append(.bias, layer: index, count: units)
            case .batchNormalization:
                for role in [Role.scale, .shift, .runningMean, .runningVariance] {
                    append(role, layer: index, count: input.channels)
                }
            case .relu, .maxPooling, .dropout, .flatten:
                break
            }
        }
        self.tensors = tensors
        parameterCount = parameters
        statisticCount = statistics
    }

    /// Place of the tensor of `role` of layer `index`, which must have one.
    package func range(_ role: Role, ofLayer index: Int) -> Range<Int> {
        guard let tensor = tensors.first(where: { $0.layer == index && $0.role == role }) else {
            preconditionFailure("layer \(index) has no \(role)")
        }
        return tensor.range
    }
}
