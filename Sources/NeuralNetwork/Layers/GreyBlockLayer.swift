internal import TensorKernels

/// A convolution over grey images, batch normalisation, ReLU and max pooling, of which only the pooled values are ever
/// written to memory.
///
/// It has no gradient for its input: it is the first layer of a network, and images are not trained.
struct GreyBlockLayer: TrainingLayer {
    /// Sizes for a full batch.
    let shape: GreyBlockShape
    let weights: Int
    let bias: Int
    let scale: Int
    let shift: Int
    let runningMean: Int
    let runningVariance: Int
    let inverseDeviation: Slot<Float>
    /// What the backward pass needs to know of all pixels.
    let moments: Slot<Float>
    /// The places in their windows that outputs come from.
    let winners: Slot<UInt8>

    var runsInPlace: Bool { false }
    var isTrainable: Bool { true }

    func forward(_ pass: Pass, input: UnsafeMutablePointer<Float>, output: UnsafeMutablePointer<Float>) {
        pass.kernels.convolveNormalizeAndPool(
            shape.with(batch: pass.batch), input: input, filters: pass.parameters + weights,
            bias: pass.parameters + bias, scale: pass.parameters + scale, shift: pass.parameters + shift,
            epsilon: BatchNormalizationLayer.epsilon, momentum: BatchNormalizationLayer.momentum,
            output: output, winners: pass.workspace[winners], moments: pass.workspace[moments],
            batchInverseDeviation: pass.workspace[inverseDeviation],
            runningMean: pass.statistics + runningMean, runningVariance: pass.statistics + runningVariance,
            pool: pass.pool)
    }

    func backward(
        _ pass: Pass, input: UnsafeMutablePointer<Float>, output: UnsafeMutablePointer<Float>,
        outputGradient: UnsafeMutablePointer<Float>, inputGradient: UnsafeMutablePointer<Float>?
    ) {
        precondition(inputGradient == nil, "nothing in front of it is trained")
        pass.kernels.convolveNormalizeAndPoolGradient(
            shape.with(batch: pass.batch), input: input, filters: pass.parameters + weights,
            scale: pass.parameters + scale, winners: pass.workspace[winners], moments: pass.workspace[moments],
            batchInverseDeviation: pass.workspace[inverseDeviation], outputGradient: outputGradient,
            filterGradient: pass.gradients + weights, biasGradient: pass.gradients + bias,
            scaleGradient: pass.gradients + scale, shiftGradient: pass.gradients + shift, pool: pass.pool)
    }
}

extension GreyBlockShape {
    /// The same for so many images.
    fileprivate func with(batch: Int) -> GreyBlockShape {
        var shape = self
        shape.convolution.batch = batch
        return shape
    }
}
