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
        pool.run(chunks.count) { chunk in
            forEachVector(in: 0..<channels) { channel, lanes in
                let mean = Vector(batchMean + channel, lanes: lanes)
                let inverseDeviation = Vector(batchInverseDeviation + channel, lanes: lanes)
                let factor = inverseDeviation * Vector(scale + channel, lanes: lanes)
                let meanGradient = Vector(shiftGradient + channel, lanes: lanes) / Float(rows)
                let meanProduct =
                    Vector(scaleGradient + channel, lanes: lanes) * inverseDeviation / Float(rows)
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
            var productSums = InlineArray<2, Vector>(repeating: Vector())
            var gradientSums = InlineArray<2, Vector>(repeating: Vector())
            for row in rows {
                let index = row * channels + channel
                let gradient = Vector(outputGradient + index, lanes: lanes)
                let deviation = Vector(input + index, lanes: lanes) - mean
                productSums[row & 1] = productSums[row & 1].adding(gradient, times: deviation)
                gradientSums[row & 1] += gradient
            }
            (productSums[0] + productSums[1]).store(to: products + channel, lanes: lanes)
            (gradientSums[0] + gradientSums[1]).store(to: sums + channel, lanes: lanes)
        }
    }
}
