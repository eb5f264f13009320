package import TensorKernelsInterface

extension PlainKernels {
    /// output[n, o] = bias[o] + Σ input[n, i] · weights[i, o].
    @_specialize(where Scalar == Float)
    @_specialize(where Scalar == Double)
    package static func dense(
        batch: Int, inputs: Int, outputs: Int,
        input: UnsafePointer<Scalar>, weights: UnsafePointer<Scalar>, bias: UnsafePointer<Scalar>,
        output: UnsafeMutablePointer<Scalar>, pool: ThreadPool
    ) {
        for row in 0..<batch {
            for column in 0..<outputs {
                var sum = Double(bias[column])
                for i in 0..<inputs {
                    sum += Double(input[row * inputs + i]) * Double(weights[i * outputs + column])
                }
                output[row * outputs + column] = Scalar(sum)
            }
        }
    }

    @_specialize(where Scalar == Float)
    @_specialize(where Scalar == Double)
    package static func denseGradients(
        batch: Int, inputs: Int, outputs: Int,
        input: UnsafePointer<Scalar>, weights: UnsafePointer<Scalar>, outputGradient: UnsafePointer<Scalar>,
        weightGradient: UnsafeMutablePointer<Scalar>, biasGradient: UnsafeMutablePointer<Scalar>,
        inputGradient: UnsafeMutablePointer<Scalar>?, pool: ThreadPool
    ) {
        writeWeightGradient(
            batch: batch, inputs: inputs, outputs: outputs, input: input, outputGradient: outputGradient,
            weightGradient: weightGradient, biasGradient: biasGradient)
        if let inputGradient {
            writeInputGradient(
                batch: batch, inputs: inputs, outputs: outputs, outputGradient: outputGradient, weights: weights,
                inputGradient: inputGradient)
        }
    }

    /// inputGradient[n, i] = Σ outputGradient[n, o] · weights[i, o].
    private static func writeInputGradient(
        batch: Int, inputs: Int, outputs: Int, outputGradient: UnsafePointer<Scalar>, weights: UnsafePointer<Scalar>,
        inputGradient: UnsafeMutablePointer<Scalar>
    ) {
        for row in 0..<batch {
            for i in 0..<inputs {
                var sum = 0.0
                for column in 0..<outputs {
                    sum += Double(outputGradient[row * outputs + column]) * Double(weights[i * outputs + column])
                }
                inputGradient[row * inputs + i] = Scalar(sum)
            }
        }
    }

    /// weightGradient[i, o] = Σ input[n, i] · outputGradient[n, o]; biasGradient[o] = Σ outputGradient[n, o].
    private static func writeWeightGradient(
        batch: Int, inputs: Int, outputs: Int, input: UnsafePointer<Scalar>, outputGradient: UnsafePointer<Scalar>,
        weightGradient: UnsafeMutablePointer<Scalar>, biasGradient: UnsafeMutablePointer<Scalar>
    ) {
        for column in 0..<outputs {
            for i in 0..<inputs {
                var sum = 0.0
                for row in 0..<batch {
                    sum += Double(input[row * inputs + i]) * Double(outputGradient[row * outputs + column])
                }
                weightGradient[i * outputs + column] = Scalar(sum)
            }
            var sum = 0.0
            for row in 0..<batch { sum += Double(outputGradient[row * outputs + column]) }
            biasGradient[column] = Scalar(sum)
        }
    }
}
