internal import TensorKernels

/// A convolution in evaluation, with the batch normalisation, ReLU and pooling that follow it.
///
/// Normalisation with running statistics is folded into the filters, which are laid out once for all batches.
struct PreparedConvolutionLayer: InferenceLayer {
    /// Sizes for a full batch.
    let shape: ConvolutionShape
    let weights: Int
    let bias: Int
    let normalization: Normalization?
    /// 1 pools nothing.
    let window: Int
    let prepared: Slot<Float>

    /// A batch normalisation to be folded in.
    struct Normalization {
        let scale: Int
        let shift: Int
        let runningMean: Int
        let runningVariance: Int
        let foldedFilters: Slot<Float>
        let foldedBias: Slot<Float>
    }

    var infersInPlace: Bool { false }

    func prepare(_ pass: Pass) {
        var filters = pass.parameters + weights
        var bias = pass.parameters + bias
        if let normalization {
            let (foldedFilters, foldedBias) = (
                pass.workspace[normalization.foldedFilters], pass.workspace[normalization.foldedBias]
            )
            pass.kernels.foldNormalization(
                rows: shape.filterCount / shape.outChannels, channels: shape.outChannels, filters: filters, bias: bias,
                scale: pass.parameters + normalization.scale, shift: pass.parameters + normalization.shift,
                epsilon: BatchNormalizationLayer.epsilon,
                runningMean: pass.statistics + normalization.runningMean,
                runningVariance: pass.statistics + normalization.runningVariance,
                foldedFilters: foldedFilters, foldedBias: foldedBias)
            (filters, bias) = (foldedFilters, foldedBias)
        }
        pass.kernels.prepareConvolution(
            shape, filters: filters, bias: bias, prepared: pass.workspace[prepared], pool: pass.pool)
    }

    func infer(_ pass: Pass, input: UnsafeMutablePointer<Float>, output: UnsafeMutablePointer<Float>) {
        pass.kernels.convolveRectifyAndPool(
            shape.with(batch: pass.batch), window: window, input: input, prepared: pass.workspace[prepared],
            output: output, pool: pass.pool)
    }
}
