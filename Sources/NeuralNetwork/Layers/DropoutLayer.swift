internal import TensorKernels

/// Dropout in place while training (Srivastava et al. 2014); in evaluation there is nothing to do.
struct DropoutLayer: TrainingLayer {
    /// Values of one image.
    let count: Int
    let rate: Float
    /// Index of the layer, which sets its choice apart from that of other dropout layers in the same step.
    let index: Int

    var runsInPlace: Bool { true }

    func forward(_ pass: Pass, input: UnsafeMutablePointer<Float>, output: UnsafeMutablePointer<Float>) {
        pass.kernels.dropout(
            count: pass.batch * count, rate: rate, key: RandomStream.key(pass.dropoutKey, index),
            input: input, output: output, pool: pass.pool)
    }

    func backward(
        _ pass: Pass, input: UnsafeMutablePointer<Float>, output: UnsafeMutablePointer<Float>,
        outputGradient: UnsafeMutablePointer<Float>, inputGradient: UnsafeMutablePointer<Float>?
    ) {
        pass.kernels.dropout(
            count: pass.batch * count, rate: rate, key: RandomStream.key(pass.dropoutKey, index),
            input: outputGradient, output: outputGradient, pool: pass.pool)
    }
}
