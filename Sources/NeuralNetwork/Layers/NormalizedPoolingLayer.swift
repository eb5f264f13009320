internal import TensorKernels

/// Batch normalisation, ReLU and max pooling of a convolution's output in one pass over memory.
///
/// The convolution measures its output's moments while it lies in the cache, and of what pooling leaves away
/// nothing is written.
struct NormalizedPoolingLayer: TrainingLayer {
    /// Sizes for a full batch; a window of 1 pools nothing.
    let shape: PoolingShape
    let scale: Int
    let shift: Int
    let runningMean: Int
    let runningVariance: Int
    /// What the convolution measured.
    let moments: Slot<Float>
    let inverseDeviation: Slot<Float>
    /// The inputs that outputs come from.
    let peaks: Slot<Float>

    var runsInPlace: Bool { false }
    var isTrainable: Bool { true }

    func forward(_ pass: Pass, input: UnsafeMutablePointer<Float>, output: UnsafeMutablePointer<Float>) {
        pass.kernels.normalizeAndPool(
            shape.with(batch: pass.batch), input: input, moments: pass.workspace[moments],
            scale: pass.parameters + scale, shift: pass.parameters + shift,
            epsilon: BatchNormalizationLayer.epsilon, momentum: BatchNormalizationLayer.momentum,
            output: output, peaks: pass.workspace[peaks], batchInverseDeviation: pass.workspace[inverseDeviation],
            runningMean: pass.statistics + runningMean, runningVariance: pass.statistics + runningVariance,
            pool: pass.pool)
    }

    func backward(
        _ pass: Pass, input: UnsafeMutablePointer<Float>, output: UnsafeMutablePointer<Float>,
        outputGradient: UnsafeMutablePointer<Float>, inputGradient: UnsafeMutablePointer<Float>?
    ) {
        guard let inputGradient else { preconditionFailure("in front of it is a convolution, which is trained") }
        pass.kernels.normalizeAndPoolGradient(
            shape.with(batch: pass.batch), input: input, peaks: pass.workspace[peaks],
            outputGradient: outputGradient, scale: pass.parameters + scale, shift: pass.parameters + shift,
            batchMean: pass.workspace[moments], batchInverseDeviation: pass.workspace[inverseDeviation],
            inputGradient: inputGradient,
            scaleGradient: pass.gradients + scale, shiftGradient: pass.gradients + shift, pool: pass.pool)
    }
}
