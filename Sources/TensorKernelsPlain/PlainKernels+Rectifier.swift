package import TensorKernelsInterface

extension PlainKernels {
    /// output = max(input, 0); not-a-number stays what it is, so that a diverged training shows.
    @_specialize(where Scalar == Float)
    @_specialize(where Scalar == Double)
    package static func rectify(
        count: Int, input: UnsafePointer<Scalar>, output: UnsafeMutablePointer<Scalar>, pool: ThreadPool
    ) {
        for index in 0..<count {
            output[index] = input[index] < 0 ? 0 : input[index]
        }
    }

    /// inputGradient = outputGradient where output > 0, else 0.
    @_specialize(where Scalar == Float)
    @_specialize(where Scalar == Double)
    package static func rectifyGradient(
        count: Int, output: UnsafePointer<Scalar>, outputGradient: UnsafePointer<Scalar>,
        inputGradient: UnsafeMutablePointer<Scalar>, pool: ThreadPool
    ) {
        for index in 0..<count {
            inputGradient[index] = output[index] > 0 ? outputGradient[index] : 0
        }
    }
}
