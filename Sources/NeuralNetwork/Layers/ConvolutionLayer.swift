internal import TensorKernels

/// A convolution with stride 1 and a bias for each filter.
struct ConvolutionLayer: TrainingLayer, InferenceLayer {
    /// Sizes for a full batch.
    let shape: ConvolutionShape
    let weights: Int
    let bias: Int
    /// Where the output's moments are kept for the normalisation that follows; nil where none does.
    let moments: Slot<Float>?
    /// Memory that all convolutions share.
    let scratch: Slot<Float>

    var runsInPlace: Bool { false }
    var isTrainable: Bool { true }

    func forward(_ pass: Pass, input: UnsafeMutablePointer<Float>, output: UnsafeMutablePointer<Float>) {
        pass.kernels.convolve(
            shape.with(batch: pass.batch), input: input, filters: pass.parameters + weights,
            bias: pass.parameters + bias,
            output: output, moments: moments.map { pass.workspace[$0] }, scratch: pass.workspace[scratch],
            pool: pass.pool)
    }

    func backward(
        _ pass: Pass, input: UnsafeMutablePointer<Float>, output: UnsafeMutablePointer<Float>,
        outputGradient: UnsafeMutablePointer<Float>, inputGradient: UnsafeMutablePointer<Float>?
    ) {
        pass.kernels.convolveGradients(
            shape.with(batch: pass.batch), input: input, filters: pass.parameters + weights,
            outputGradient: outputGradient, filterGradient: pass.gradients + weights,
            biasGradient: pass.gradients + bias, inputGradient: inputGradient, scratch: pass.workspace[scratch],
            pool: pass.pool)
    }
}

extension ConvolutionShape {
    /// The same convolution of so many images.
    func with(batch: Int) -> ConvolutionShape {
        var shape = self
        shape.batch = batch
        return shape
    }
}
