internal import TensorKernels

/// A layer and the number of values that leave it for a full batch.
struct SizedLayer {
    let layer: any Layer
    /// Index in the architecture.
    let index: Int
    let outputCount: Int
}

/// Turns an architecture into layers that know the places of their parameters and of the memory that they keep.
struct LayerFactory {
    let architecture: Architecture
    let layout: ParameterLayout
    let kernels: any Kernels.Type
    let batchCapacity: Int

    /// The layers that compute something, in order: flattening changes no memory, nor does dropout at a rate of 0.
    func makeLayers(reservingFrom plan: inout WorkspacePlan) -> [SizedLayer] {
        let scratchCounts = architecture.layers.indices.compactMap { index in
            convolutionShape(ofLayer: index).map { kernels.convolutionScratchCount($0) }
        }
        let scratch = plan.reserveFloats(scratchCounts.max() ?? 0)
        return architecture.layers.indices.compactMap { index in
            makeLayer(index, scratch: scratch, reservingFrom: &plan).map { layer in
                SizedLayer(
                    layer: layer, index: index, outputCount: batchCapacity * architecture.outputs[index].count)
            }
        }
    }

    private func makeLayer(
        _ index: Int, scratch: Slot<Float>, reservingFrom plan: inout WorkspacePlan
    ) -> (any Layer)? {
        let input = architecture.input(ofLayer: index)
        func start(_ role: ParameterLayout.Role) -> Int { layout.range(role, ofLayer: index).lowerBound }

        switch architecture.layers[index] {
        case .convolution:
            return convolutionShape(ofLayer: index).map { shape in
                ConvolutionLayer(shape: shape, weights: start(.weights), bias: start(.bias), scratch: scratch)
            }
        case .batchNormalization:
            return BatchNormalizationLayer(
                rowsPerImage: input.count / input.channels, channels: input.channels,
                scale: start(.scale), shift: start(.shift),
                runningMean: start(.runningMean), runningVariance: start(.runningVariance),
                batchMean: plan.reserveFloats(input.channels),
                batchInverseDeviation: plan.reserveFloats(input.channels))
        case .relu:
            return RectifierLayer(count: input.count)
        case .maxPooling(let window):
            guard case .image(let image) = input else { preconditionFailure("pooling checked for an image") }
            return MaxPoolingLayer(
                shape: PoolingShape(
                    batch: batchCapacity, height: image.height, width: image.width, channels: image.channels,
                    window: window),
                winners: plan.reserveBytes(batchCapacity * architecture.outputs[index].count))
        case .dropout(let rate):
            return rate == 0 ? nil : DropoutLayer(count: input.count, rate: Float(rate), index: index)
        case .flatten:
            return nil
        case .dense(let units):
            return DenseLayer(
                inputs: input.count, outputs: units, weights: start(.weights), bias: start(.bias))
        }
    }

    /// Sizes of a convolution for a full batch; nothing for another layer.
    private func convolutionShape(ofLayer index: Int) -> ConvolutionShape? {
        guard case .convolution(let filters, let kernel, let padding) = architecture.layers[index],
            case .image(let image) = architecture.input(ofLayer: index)
        else { return nil }
        let margin = padding == .same ? (kernel - 1) / 2 : 0
        return ConvolutionShape(
            batch: batchCapacity, height: image.height, width: image.width,
            inChannels: image.channels, outChannels: filters, kernelHeight: kernel, kernelWidth: kernel,
            paddingRows: margin, paddingColumns: margin)
    }
}
