package import TensorKernelsInterface

extension SIMDKernels {
    /// ∂x = scale/σ · (∂y − mean(∂y) − x̂ · mean(∂y · x̂)): the two means in one pass, the gradient in a second.
    package static func normalizeBatchGradient(
        rows: Int, channels: Int, input: UnsafePointer<Float>, outputGradient: UnsafePointer<Float>,
        scale: UnsafePointer<Float>,
        batchMean: UnsafePointer<Float>, batchInverseDeviation: UnsafePointer<Float>,
        inputGradient: UnsafeMutablePointer<Float>,
        scaleGradient: UnsafeMutablePointer<Float>, shiftGradient: UnsafeMutablePointer<Float>, pool: ThreadPool
    ) {
        let chunks = RowChunks(rows: rows, channels: channels)
        pool.withScratch(chunks.count * channels * 2) { scratch in
            let products = scratch
            let sums = scratch + chunks.count * channels
            pool.run(chunks.count) { chunk in
                sumGradients(
                    of: chunks[chunk], channels: channels, input: input, outputGradient: outputGradient,
                    mean: batchMean, products: products + chunk * channels, sums: sums + chunk * channels)
            }
            forEachVector(in: 0..<channels) { channel, lanes in
                let product = sumRows(chunks.count, of: products + channel, stride: channels, lanes: lanes)
                let inverseDeviation = Vector(batchInverseDeviation + channel, lanes: lanes)
                (product * inverseDeviation).store(to: scaleGradient + channel, lanes: lanes)
                sumRows(chunks.count, of: sums + channel, stride: channels, lanes: lanes)
                    .store(to: shiftGradient + channel, lanes: lanes)
            }
        }
        let count = Vector(repeating: Float(rows))
        pool.run(chunks.count) { chunk in
            forEachVector(in: 0..<channels) { channel, lanes in
                let mean = Vector(batchMean + channel, lanes: lanes)
                let inverseDeviation = Vector(batchInverseDeviation + channel, lanes: lanes)
                let factor = inverseDeviation * Vector(scale + channel, lanes: lanes)
                let meanGradient = Vector(shiftGradient + channel, lanes: lanes) / count
                let meanProduct =
                    Vector(scaleGradient + channel, lanes: lanes) * inverseDeviation / count
                for row in chunks[chunk] {
                    let index = row * channels + channel
                    let deviation = mean - Vector(input + index, lanes: lanes)
                    let centred = (Vector(outputGradient + index, lanes: lanes) - meanGradient)
                        .adding(deviation, times: meanProduct)
                    (centred * factor).store(to: inputGradient + index, lanes: lanes)
                }
            }
        }
    }

    /// Writes Σ ∂y · (x − μ) and Σ ∂y over `rows` for each channel.
    private static func sumGradients(
        of rows: Range<Int>, channels: Int, input: UnsafePointer<Float>, outputGradient: UnsafePointer<Float>,
        mean: UnsafePointer<Float>, products: UnsafeMutablePointer<Float>, sums: UnsafeMutablePointer<Float>
    ) {
        forEachVector(in: 0..<channels) { channel, lanes in
            let mean = Vector(mean + channel, lanes: lanes)
            let first = rows.lowerBound * channels + channel
            let product = foldRows(rows.count) { sum, row in
                let deviation = Vector(input + first + row * channels, lanes: lanes) - mean
                return sum.adding(deviation, times: Vector(outputGradient + first + row * channels, lanes: lanes))
            }
            product.store(to: products + channel, lanes: lanes)
            sumRows(rows.count, of: outputGradient + first, stride: channels, lanes: lanes)
                .store(to: sums + channel, lanes: lanes)
        }
    }
}
