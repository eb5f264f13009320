internal import TensorKernels

/// The greatest value of each window.
struct MaxPoolingLayer: TrainingLayer, InferenceLayer {
    /// Sizes for a full batch.
    let shape: PoolingShape
    /// Which element of each window won.
    let winners: Slot<UInt8>

    var runsInPlace: Bool { false }

    func forward(_ pass: Pass, input: UnsafeMutablePointer<Float>, output: UnsafeMutablePointer<Float>) {
        pass.kernels.maxPool(
            shape.with(batch: pass.batch), input: input, output: output, winners: pass.workspace[winners],
            pool: pass.pool)
    }

    func backward(
        _ pass: Pass, input: UnsafeMutablePointer<Float>, output: UnsafeMutablePointer<Float>,
        outputGradient: UnsafeMutablePointer<Float>, inputGradient: UnsafeMutablePointer<Float>?
    ) {
        guard let inputGradient else { return }
        pass.kernels.maxPoolGradient(
            shape.with(batch: pass.batch), outputGradient: outputGradient, winners: pass.workspace[winners],
            inputGradient: inputGradient, pool: pass.pool)
    }
}

extension PoolingShape {
    /// The same pooling of so many images.
    func with(batch: Int) -> PoolingShape {
        var shape = self
        shape.batch = batch
        return shape
    }
}
