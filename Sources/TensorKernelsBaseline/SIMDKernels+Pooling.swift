package import TensorKernelsInterface

extension SIMDKernels {
    /// A task takes some output rows; channels are compared a vector at a time.
    package static func maxPool(
        _ shape: PoolingShape, input: UnsafePointer<Float>,
        output: UnsafeMutablePointer<Float>, winners: UnsafeMutablePointer<UInt8>, pool: ThreadPool
    ) {
        let windows = PoolingWindows(shape)
        pool.forEachChunk(of: windows.rows, chunk: windows.rowsPerTask) { rows in
            for window in windows.inRows(rows) {
                let corner = input + windows.corner(of: window)
                let target = window * windows.channels
                forEachVector(in: 0..<windows.channels) { channel, lanes in
                    var greatest = Vector(corner + channel, lanes: lanes)
                    var winner = IndexVector()
                    windows.forEachPosition { position, offset in
                        let value = Vector(corner + offset + channel, lanes: lanes)
                        let isGreater = value .> greatest
                        greatest = greatest.replacing(with: value, where: isGreater)
                        winner = winner.replacing(with: IndexVector(repeating: position), where: isGreater)
                    }
                    greatest.store(to: output + target + channel, lanes: lanes)
                    winner.storeBytes(to: winners + target + channel, lanes: lanes)
                }
            }
        }
    }

    /// A task takes some bands of input rows, each the rows of one row of windows.
    package static func maxPoolGradient(
        _ shape: PoolingShape, outputGradient: UnsafePointer<Float>, winners: UnsafePointer<UInt8>,
        inputGradient: UnsafeMutablePointer<Float>, pool: ThreadPool
    ) {
        let windows = PoolingWindows(shape)
        if windows.leaveRest {
            let imageCount = shape.height * shape.width * shape.channels
            pool.run(shape.batch) { image in
                (inputGradient + image * imageCount).update(repeating: 0, count: imageCount)
            }
        }
        pool.forEachChunk(of: windows.rows, chunk: windows.rowsPerTask) { rows in
            for window in windows.inRows(rows) {
                let corner = inputGradient + windows.corner(of: window)
                let source = window * windows.channels
                forEachVector(in: 0..<windows.channels) { channel, lanes in
                    let gradient = Vector(outputGradient + source + channel, lanes: lanes)
                    let winner = IndexVector(bytes: winners + source + channel, lanes: lanes)
                    windows.forEachPosition { position, offset in
                        let isWinner = winner .== IndexVector(repeating: position)
                        Vector().replacing(with: gradient, where: isWinner)
                            .store(to: corner + offset + channel, lanes: lanes)
                    }
                }
            }
        }
    }
}
