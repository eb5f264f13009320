package import TensorKernelsInterface

extension SIMDKernels {
    /// output = pixels / 255.
    package static func unitScale(
        count: Int, pixels: UnsafePointer<UInt8>, output: UnsafeMutablePointer<Float>, pool: ThreadPool
    ) {
        let white = Vector(repeating: 255)
        pool.forEachChunk(of: count) { range in
            forEachVector(in: range) { index, lanes in
                let levels = Vector(bytes: pixels + index, lanes: lanes)
                (levels / white).store(to: output + index, lanes: lanes)
            }
        }
    }
}
