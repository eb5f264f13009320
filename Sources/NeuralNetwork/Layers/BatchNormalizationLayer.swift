internal import TensorKernels

/// Batch normalisation of each channel (Ioffe & Szegedy 2015) with PyTorch's ε, momentum and unbiased running
/// variance.
struct BatchNormalizationLayer: TrainingLayer, InferenceLayer {
    static let epsilon: Float = 1e-5
    static let momentum: Float = 0.1

    /// Rows that one image adds to the statistics of a channel: height × width.
    let rowsPerImage: Int
    let channels: Int
    let scale: Int
    let shift: Int
    let runningMean: Int
    let runningVariance: Int
    let batchMean: Slot<Float>
    let batchInverseDeviation: Slot<Float>

    // The gradient needs the input, which must therefore outlive the forward pass.
    var runsInPlace: Bool { false }
    var infersInPlace: Bool { true }
    var differentiatesInPlace: Bool { true }
    var isTrainable: Bool { true }

    func forward(_ pass: Pass, input: UnsafeMutablePointer<Float>, output: UnsafeMutablePointer<Float>) {
        pass.kernels.normalizeBatch(
            rows: pass.batch * rowsPerImage, channels: channels, input: input,
            scale: pass.parameters + scale, shift: pass.parameters + shift,
            epsilon: Self.epsilon, momentum: Self.momentum, output: output,
            batchMean: pass.workspace[batchMean], batchInverseDeviation: pass.workspace[batchInverseDeviation],
            runningMean: pass.statistics + runningMean, runningVariance: pass.statistics + runningVariance,
            pool: pass.pool)
    }

    func infer(_ pass: Pass, input: UnsafeMutablePointer<Float>, output: UnsafeMutablePointer<Float>) {
        pass.kernels.normalizeWithRunningStatistics(
            rows: pass.batch * rowsPerImage, channels: channels, input: input,
            scale: pass.parameters + scale, shift: pass.parameters + shift, epsilon: Self.epsilon,
            runningMean: pass.statistics + runningMean, runningVariance: pass.statistics + runningVariance,
            output: output, pool: pass.pool)
    }

    func backward(
        _ pass: Pass, input: UnsafeMutablePointer<Float>, output: UnsafeMutablePointer<Float>,
        outputGradient: UnsafeMutablePointer<Float>, inputGradient: UnsafeMutablePointer<Float>?
    ) {
        pass.kernels.normalizeBatchGradient(
            rows: pass.batch * rowsPerImage, channels: channels, input: input, outputGradient: outputGradient,
            scale: pass.parameters + scale,
            batchMean: pass.workspace[batchMean], batchInverseDeviation: pass.workspace[batchInverseDeviation],
            inputGradient: outputGradient,
            scaleGradient: pass.gradients + scale, shiftGradient: pass.gradients + shift, pool: pass.pool)
    }
}
