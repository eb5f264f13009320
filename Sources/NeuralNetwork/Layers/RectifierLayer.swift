internal import TensorKernels

/// ReLU, max(x, 0), in place.
///
/// Its gradient asks only where the output is positive. Dropout may overwrite the output in turn: what it zeroes has
/// no gradient anyway, and the rest keeps its sign.
struct RectifierLayer: TrainingLayer, InferenceLayer {
    /// Values of one image.
    let count: Int

    var runsInPlace: Bool { true }

    func forward(_ pass: Pass, input: UnsafeMutablePointer<Float>, output: UnsafeMutablePointer<Float>) {
        pass.kernels.rectify(count: pass.batch * count, input: input, output: output, pool: pass.pool)
    }

    func backward(
        _ pass: Pass, input: UnsafeMutablePointer<Float>, output: UnsafeMutablePointer<Float>,
        outputGradient: UnsafeMutablePointer<Float>, inputGradient: UnsafeMutablePointer<Float>?
    ) {
        pass.kernels.rectifyGradient(
            count: pass.batch * count, output: output, outputGradient: outputGradient,
            inputGradient: outputGradient, pool: pass.pool)
    }
}
