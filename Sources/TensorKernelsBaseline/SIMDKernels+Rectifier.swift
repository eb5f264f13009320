package import TensorKernelsInterface

extension SIMDKernels {
    /// Not-a-number stays what it is.
    package static func rectify(
        count: Int, input: UnsafePointer<Float>, output: UnsafeMutablePointer<Float>, pool: ThreadPool
    ) {
        pool.forEachChunk(of: count) { range in
            forEachVector(in: range) { first, lanes in
                let value = Vector(input + first, lanes: lanes)
                value.replacing(with: Vector(), where: value .< Vector()).store(to: output + first, lanes: lanes)
            }
        }
    }

    /// Passes the gradient where `output` is positive.
    package static func rectifyGradient(
        count: Int, output: UnsafePointer<Float>, outputGradient: UnsafePointer<Float>,
        inputGradient: UnsafeMutablePointer<Float>, pool: ThreadPool
    ) {
        pool.forEachChunk(of: count) { range in
            forEachVector(in: range) { first, lanes in
                let isPositive = Vector(output + first, lanes: lanes) .> Vector()
                let gradient = Vector(outputGradient + first, lanes: lanes)
                Vector().replacing(with: gradient, where: isPositive)
                    .store(to: inputGradient + first, lanes: lanes)
            }
        }
    }
}
