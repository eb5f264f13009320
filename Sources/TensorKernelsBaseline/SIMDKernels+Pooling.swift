package import TensorKernelsInterface

extension SIMDKernels {
    /// A task takes some output rows; channels are compared a vector at a time.
    package static func maxPool(
        _ shape: PoolingShape, input: UnsafePointer<Float>,
        output: UnsafeMutablePointer<Float>, winners: UnsafeMutablePointer<UInt8>, pool: ThreadPool
    ) {
        let channels = shape.channels
        pool.forEachChunk(of: shape.batch * shape.outHeight, chunk: shape.rowsPerTask) { rows in
            for row in rows {
                let bandStart = input + shape.inputRow(ofOutputRow: row) * shape.width * channels
                for x in 0..<shape.outWidth {
                    let window = bandStart + x * shape.window * channels
                    let target = (row * shape.outWidth + x) * channels
                    forEachVector(in: 0..<channels) { channel, lanes in
                        var greatest = Vector(window + channel, lanes: lanes)
                        var winner = IndexVector()
                        for position in 1..<max(1, shape.window * shape.window) {
                            let value = Vector(window + shape.offset(ofPosition: position) + channel, lanes: lanes)
                            let isGreater = value .> greatest
                            greatest.replace(with: value, where: isGreater)
                            winner.replace(with: IndexVector(repeating: UInt32(position)), where: isGreater)
                        }
                        greatest.store(to: output + target + channel, lanes: lanes)
                        winner.storeBytes(to: winners + target + channel, lanes: lanes)
                    }
                }
            }
        }
    }

    /// A task takes some bands of input rows, each the rows of one row of windows.
    package static func maxPoolGradient(
        _ shape: PoolingShape, outputGradient: UnsafePointer<Float>, winners: UnsafePointer<UInt8>,
        inputGradient: UnsafeMutablePointer<Float>, pool: ThreadPool
    ) {
        let channels = shape.channels
        let rowCount = shape.width * channels
        if shape.outHeight * shape.window < shape.height || shape.outWidth * shape.window < shape.width {
            // Rows and columns that fill no window.
            pool.run(shape.batch) { image in
                (inputGradient + image * shape.height * rowCount).update(repeating: 0, count: shape.height * rowCount)
            }
        }
        pool.forEachChunk(of: shape.batch * shape.outHeight, chunk: shape.rowsPerTask) { rows in
            for row in rows {
                let bandStart = inputGradient + shape.inputRow(ofOutputRow: row) * rowCount
                for x in 0..<shape.outWidth {
                    let window = bandStart + x * shape.window * channels
                    let source = (row * shape.outWidth + x) * channels
                    forEachVector(in: 0..<channels) { channel, lanes in
                        let gradient = Vector(outputGradient + source + channel, lanes: lanes)
                        let winner = IndexVector(bytes: winners + source + channel, lanes: lanes)
                        for position in 0..<shape.window * shape.window {
                            let isWinner = winner .== IndexVector(repeating: UInt32(position))
                            Vector().replacing(with: gradient, where: isWinner)
                                .store(to: window + shape.offset(ofPosition: position) + channel, lanes: lanes)
                        }
                    }
                }
            }
        }
    }
}

extension PoolingShape {
    /// Output rows that make a task of some ten thousand inputs.
    fileprivate var rowsPerTask: Int { max(1, 16_384 / max(1, window * width * channels)) }

    /// First input row of the windows of output row `row`, both counted through the whole batch.
    fileprivate func inputRow(ofOutputRow row: Int) -> Int {
        row / outHeight * height + row % outHeight * window
    }

    /// Floats from the first element of a window to the one at `position` (row-major).
    fileprivate func offset(ofPosition position: Int) -> Int {
        (position / window * width + position % window) * channels
    }
}
