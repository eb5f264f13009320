internal import TensorKernels

/// A fully connected layer with a bias for each unit.
struct DenseLayer: TrainingLayer, InferenceLayer {
    let inputs: Int
    let outputs: Int
    let weights: Int
    let bias: Int

    var runsInPlace: Bool { false }
    var isTrainable: Bool { true }

    func forward(_ pass: Pass, input: UnsafeMutablePointer<Float>, output: UnsafeMutablePointer<Float>) {
        pass.kernels.dense(
            batch: pass.batch, inputs: inputs, outputs: outputs, input: input,
            weights: pass.parameters + weights, bias: pass.parameters + bias, output: output, pool: pass.pool)
    }

    func backward(
        _ pass: Pass, input: UnsafeMutablePointer<Float>, output: UnsafeMutablePointer<Float>,
        outputGradient: UnsafeMutablePointer<Float>, inputGradient: UnsafeMutablePointer<Float>?
    ) {
        pass.kernels.denseGradients(
            batch: pass.batch, inputs: inputs, outputs: outputs, input: input, weights: pass.parameters + weights,
            outputGradient: outputGradient, weightGradient: pass.gradients + weights,
            biasGradient: pass.gradients + bias, inputGradient: inputGradient, pool: pass.pool)
    }
}
