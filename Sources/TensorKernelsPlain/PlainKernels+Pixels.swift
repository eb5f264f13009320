package import TensorKernelsInterface

extension PlainKernels {
    /// output = pixels / 255.
    @_specialize(where Scalar == Float)
    @_specialize(where Scalar == Double)
    package static func unitScale(
        count: Int, pixels: UnsafePointer<UInt8>, output: UnsafeMutablePointer<Scalar>, pool: ThreadPool
    ) {
        for index in 0..<count {
            output[index] = Scalar(pixels[index]) / 255
        }
    }
}
