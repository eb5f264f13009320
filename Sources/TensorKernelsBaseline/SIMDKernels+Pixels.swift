package import TensorKernelsInterface

extension SIMDKernels {
    /// output = pixels / 255.
    package static func unitScale(
        count: Int, pixels: UnsafePointer<UInt8>, output: UnsafeMutablePointer<Float>, pool: ThreadPool
    ) {
        pool.forEachChunk(of: count) { range in
            forEachVector(in: range) { index, lanes in
                let levels = Vector(ByteVector(pixels + index, lanes: lanes))
                (levels / 255).store(to: output + index, lanes: lanes)
            }
        }
    }
}
