internal import TensorKernels

/// A convolution with stride 1 and a bias for each filter.
struct ConvolutionLayer: Layer {
    /// Sizes for a full batch.
    let shape: ConvolutionShape
    let weights: Int
    let bias: Int
    /// Memory that all convolutions share.
    let scratch: Slot<Float>

    var runsInPlace: Bool { false }
    var isTrainable: Bool { true }

    func forward(_ pass: Pass, input: UnsafeMutablePointer<Float>, output: UnsafeMutablePointer<Float>) {
        pass.kernels.convolve(
            shape(for: pass), input: input, filters: pass.parameters + weights, bias: pass.parameters + bias,
            output: output, scratch: pass.workspace[scratch], pool: pass.pool)
    }

    func backward(
        _ pass: Pass, input: UnsafeMutablePointer<Float>, output: UnsafeMutablePointer<Float>,
        outputGradient: UnsafeMutablePointer<Float>, inputGradient: UnsafeMutablePointer<Float>?
    ) {
        let shape = shape(for: pass)
        pass.kernels.convolveFilterGradient(
            shape, input: input, outputGradient: outputGradient,
            filterGradient: pass.gradients + weights, biasGradient: pass.gradients + bias,
            scratch: pass.workspace[scratch], pool: pass.pool)
        guard let inputGradient else { return }
        pass.kernels.convolveInputGradient(
            shape, outputGradient: outputGradient, filters: pass.parameters + weights,
            inputGradient: inputGradient, scratch: pass.workspace[scratch], pool: pass.pool)
    }

    private func shape(for pass: Pass) -> ConvolutionShape {
        var shape = shape
        shape.batch = pass.batch
        return shape
    }
}
