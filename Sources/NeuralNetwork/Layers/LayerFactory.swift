internal import TensorKernels

/// A layer that computes something, and what it stands for.
struct PlacedLayer<Layer> {
    let layer: Layer
    /// Indices in the architecture of what the layer computes.
    let span: Range<Int>
    /// Values that leave it for a full batch.
    let outputCount: Int
}

/// Turns an architecture into layers that know the places of their parameters and of the memory that they keep.
///
/// Flattening makes no layer, since it changes no memory, nor does dropout at a rate of 0.
struct LayerFactory {
    let architecture: Architecture
    let layout: ParameterLayout
    let kernels: any Kernels.Type

    /// The layers of a training step for batches of up to `capacity` images, in order.
    func makeTrainingLayers(
        batchCapacity capacity: Int, reservingFrom plan: inout WorkspacePlan
    ) -> [PlacedLayer<any TrainingLayer>] {
        let scratch = reserveScratch(batchCapacity: capacity, from: &plan)
        var layers: [PlacedLayer<any TrainingLayer>] = []
        var index = 0
        func append(_ layer: (any TrainingLayer)?, upTo end: Int) {
            if let layer { layers.append(place(layer, index..<end, capacity)) }
            index = end
        }
        while index < architecture.layers.count {
            if let layer = greyBlock(at: index, batchCapacity: capacity, reservingFrom: &plan) {
                append(layer, upTo: index + 4)
            } else if let block = ConvolutionBlock(architecture, at: index, batch: capacity) {
                let normalization = block.rectifier == nil ? nil : block.normalization
                let moments = normalization.map { _ in plan.reserveFloats(2 * block.shape.outChannels) }
                append(convolution(block, moments: moments, scratch: scratch), upTo: index + 1)
                if let normalization, let moments {
                    let layer = normalizedPooling(
                        block, normalization: normalization, moments: moments, reservingFrom: &plan)
                    append(layer, upTo: index + (block.pooling == nil ? 2 : 3))
                }
            } else if case .dropout(let rate) = architecture.layers[index] {
                let count = architecture.input(ofLayer: index).count
                append(
                    rate == 0 ? nil : DropoutLayer(count: count, rate: Float(rate), index: index), upTo: index + 1)
            } else {
                append(layer(index, batchCapacity: capacity, reservingFrom: &plan), upTo: index + 1)
            }
        }
        return layers
    }

    /// The layers of evaluation for batches of up to `capacity` images, in order.
    func makeInferenceLayers(
        batchCapacity capacity: Int, reservingFrom plan: inout WorkspacePlan
    ) -> [PlacedLayer<any InferenceLayer>] {
        let scratch = reserveScratch(batchCapacity: capacity, from: &plan)
        var layers: [PlacedLayer<any InferenceLayer>] = []
        var index = 0
        while index < architecture.layers.count {
            let made: (any InferenceLayer)?
            var end = index + 1
            if let block = ConvolutionBlock(architecture, at: index, batch: capacity) {
                if let rectifier = block.rectifier {
                    // Larger windows are pooled by a layer of their own.
                    let pooling = block.window <= 2 ? block.pooling : nil
                    end = (pooling ?? rectifier) + 1
                    made = preparedConvolution(block, pools: pooling != nil, reservingFrom: &plan)
                } else {
                    made = convolution(block, moments: nil, scratch: scratch)
                }
            } else {
                made = layer(index, batchCapacity: capacity, reservingFrom: &plan)
            }
            if let made { layers.append(place(made, index..<end, capacity)) }
            index = end
        }
        return layers
    }

    private func place<Layer>(_ layer: Layer, _ span: Range<Int>, _ capacity: Int) -> PlacedLayer<Layer> {
        PlacedLayer(
            layer: layer, span: span, outputCount: capacity * architecture.outputs[span.upperBound - 1].count)
    }

    /// Memory that all convolutions share.
    private func reserveScratch(batchCapacity: Int, from plan: inout WorkspacePlan) -> Slot<Float> {
        let counts = architecture.layers.indices.compactMap { index in
            ConvolutionBlock(architecture, at: index, batch: batchCapacity)
                .map { kernels.convolutionScratchCount($0.shape) }
        }
        return plan.reserveFloats(counts.max() ?? 0)
    }

    private func start(_ role: ParameterLayout.Role, ofLayer index: Int) -> Int {
        layout.range(role, ofLayer: index).lowerBound
    }

    private func convolution(
        _ block: ConvolutionBlock, moments: Slot<Float>?, scratch: Slot<Float>
    ) -> ConvolutionLayer {
        ConvolutionLayer(
            shape: block.shape, weights: start(.weights, ofLayer: block.convolution),
            bias: start(.bias, ofLayer: block.convolution), moments: moments, scratch: scratch)
    }

    /// The four layers from `index` on in one, where they are the first of a network and of the kind that it takes.
    private func greyBlock(
        at index: Int, batchCapacity: Int, reservingFrom plan: inout WorkspacePlan
    ) -> GreyBlockLayer? {
        guard index == 0, let block = ConvolutionBlock(architecture, at: index, batch: batchCapacity),
            let normalization = block.normalization, block.pooling != nil,
            let shape = GreyBlockShape(block.shape, window: block.window)
        else { return nil }
        return GreyBlockLayer(
            shape: shape, weights: start(.weights, ofLayer: index), bias: start(.bias, ofLayer: index),
            scale: start(.scale, ofLayer: normalization), shift: start(.shift, ofLayer: normalization),
            runningMean: start(.runningMean, ofLayer: normalization),
            runningVariance: start(.runningVariance, ofLayer: normalization),
            inverseDeviation: plan.reserveFloats(block.shape.outChannels),
            moments: plan.reserveFloats(shape.momentCount), winners: plan.reserveBytes(shape.outputCount))
    }

    private func normalizedPooling(
        _ block: ConvolutionBlock, normalization: Int, moments: Slot<Float>, reservingFrom plan: inout WorkspacePlan
    ) -> NormalizedPoolingLayer {
        let shape = block.poolingShape
        return NormalizedPoolingLayer(
            shape: shape,
            scale: start(.scale, ofLayer: normalization), shift: start(.shift, ofLayer: normalization),
            runningMean: start(.runningMean, ofLayer: normalization),
            runningVariance: start(.runningVariance, ofLayer: normalization),
            moments: moments, inverseDeviation: plan.reserveFloats(shape.channels),
            peaks: plan.reserveFloats(shape.batch * shape.outHeight * shape.outWidth * shape.channels))
    }

    private func preparedConvolution(
        _ block: ConvolutionBlock, pools: Bool, reservingFrom plan: inout WorkspacePlan
    ) -> PreparedConvolutionLayer {
        PreparedConvolutionLayer(
            shape: block.shape, weights: start(.weights, ofLayer: block.convolution),
            bias: start(.bias, ofLayer: block.convolution),
            normalization: block.normalization.map { index in
                PreparedConvolutionLayer.Normalization(
                    scale: start(.scale, ofLayer: index), shift: start(.shift, ofLayer: index),
                    runningMean: start(.runningMean, ofLayer: index),
                    runningVariance: start(.runningVariance, ofLayer: index),
                    foldedFilters: plan.reserveFloats(block.shape.filterCount),
                    foldedBias: plan.reserveFloats(block.shape.outChannels))
            },
            window: pools ? block.window : 1,
            prepared: plan.reserveFloats(kernels.preparedConvolutionCount(block.shape)))
    }

    /// The layer that layer `index` makes in training and in evaluation alike; nil where there is none.
    private func layer(
        _ index: Int, batchCapacity: Int, reservingFrom plan: inout WorkspacePlan
    ) -> (any TrainingLayer & InferenceLayer)? {
        let input = architecture.input(ofLayer: index)
        switch architecture.layers[index] {
        case .batchNormalization:
            return BatchNormalizationLayer(
                rowsPerImage: input.count / input.channels, channels: input.channels,
                scale: start(.scale, ofLayer: index), shift: start(.shift, ofLayer: index),
                runningMean: start(.runningMean, ofLayer: index),
                runningVariance: start(.runningVariance, ofLayer: index),
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
        case .dense(let units):
            return DenseLayer(
                inputs: input.count, outputs: units, weights: start(.weights, ofLayer: index),
                bias: start(.bias, ofLayer: index))
        case .convolution, .dropout, .flatten:
            return nil
        }
    }
}
