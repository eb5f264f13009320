package import TensorKernelsInterface

extension SIMDKernels {
    /// Statistics in one pass over memory, chunk by chunk; normalisation in a second.
    package static func normalizeBatch(
        rows: Int, channels: Int, input: UnsafePointer<Float>,
        scale: UnsafePointer<Float>, shift: UnsafePointer<Float>, epsilon: Float, momentum: Float,
        output: UnsafeMutablePointer<Float>,
        batchMean: UnsafeMutablePointer<Float>, batchInverseDeviation: UnsafeMutablePointer<Float>,
        runningMean: UnsafeMutablePointer<Float>, runningVariance: UnsafeMutablePointer<Float>, pool: ThreadPool
    ) {
        let chunks = RowChunks(rows: rows, channels: channels)
        pool.withScratch(chunks.count * channels * 2) { scratch in
            let means = scratch
            let squares = scratch + chunks.count * channels
            pool.run(chunks.count) { chunk in
                moments(
                    of: chunks[chunk], channels: channels, input: input,
                    means: means + chunk * channels, squares: squares + chunk * channels)
            }
            forEachVector(in: 0..<channels) { channel, lanes in
                let (mean, squares) = chunks.combined(
                    means: means + channel, squares: squares + channel, lanes: lanes)
                let variance = squares / Vector(repeating: Float(rows))
                mean.store(to: batchMean + channel, lanes: lanes)
                inverseDeviation(variance, epsilon).store(to: batchInverseDeviation + channel, lanes: lanes)
                blend(mean, into: runningMean + channel, weight: momentum, lanes: lanes)
                let unbiased = squares / Vector(repeating: Float(max(1, rows - 1)))
                blend(unbiased, into: runningVariance + channel, weight: momentum, lanes: lanes)
            }
        }
        normalize(
            chunks, input: input, mean: batchMean, inverseDeviation: batchInverseDeviation, scale: scale,
            shift: shift, output: output, pool: pool)
    }

    /// Normalises each channel with the running statistics.
    package static func normalizeWithRunningStatistics(
        rows: Int, channels: Int, input: UnsafePointer<Float>,
        scale: UnsafePointer<Float>, shift: UnsafePointer<Float>, epsilon: Float,
        runningMean: UnsafePointer<Float>, runningVariance: UnsafePointer<Float>,
        output: UnsafeMutablePointer<Float>, pool: ThreadPool
    ) {
        pool.withScratch(channels) { inverseDeviation in
            forEachVector(in: 0..<channels) { channel, lanes in
                let variance = Vector(runningVariance + channel, lanes: lanes)
                self.inverseDeviation(variance, epsilon).store(to: inverseDeviation + channel, lanes: lanes)
            }
            normalize(
                RowChunks(rows: rows, channels: channels), input: input, mean: runningMean,
                inverseDeviation: inverseDeviation, scale: scale, shift: shift, output: output, pool: pool)
        }
    }

    /// output = (input − mean) · (inverseDeviation · scale) + shift.
    private static func normalize(
        _ chunks: RowChunks, input: UnsafePointer<Float>,
        mean: UnsafePointer<Float>, inverseDeviation: UnsafePointer<Float>,
        scale: UnsafePointer<Float>, shift: UnsafePointer<Float>,
        output: UnsafeMutablePointer<Float>, pool: ThreadPool
    ) {
        pool.run(chunks.count) { chunk in
            forEachVector(in: 0..<chunks.channels) { channel, lanes in
                let mean = Vector(mean + channel, lanes: lanes)
                let factor = Vector(inverseDeviation + channel, lanes: lanes) * Vector(scale + channel, lanes: lanes)
                let shift = Vector(shift + channel, lanes: lanes)
                for row in chunks[chunk] {
                    let index = row * chunks.channels + channel
                    let deviation = Vector(input + index, lanes: lanes) - mean
                    shift.adding(deviation, times: factor).store(to: output + index, lanes: lanes)
                }
            }
        }
    }

    /// Writes each channel's mean over `rows` and the sum of squared deviations from it.
    private static func moments(
        of rows: Range<Int>, channels: Int, input: UnsafePointer<Float>,
        means: UnsafeMutablePointer<Float>, squares: UnsafeMutablePointer<Float>
    ) {
        forEachVector(in: 0..<channels) { channel, lanes in
            let first = input + rows.lowerBound * channels + channel
            let sum = sumRows(rows.count, of: first, stride: channels, lanes: lanes)
            let mean = sum / Vector(repeating: Float(rows.count))
            // The rows are still in the nearest cache, so that deviations from the true mean cost no memory traffic.
            let square = foldRows(rows.count) { sum, row in
                let deviation = Vector(first + row * channels, lanes: lanes) - mean
                return sum.adding(deviation, times: deviation)
            }
            mean.store(to: means + channel, lanes: lanes)
            square.store(to: squares + channel, lanes: lanes)
        }
    }

    /// target ← target + weight · (value − target).
    @inline(__always)
    private static func blend(_ value: Vector, into target: UnsafeMutablePointer<Float>, weight: Float, lanes: Int) {
        let old = Vector(target, lanes: lanes)
        old.adding(Vector(repeating: weight), times: value - old).store(to: target, lanes: lanes)
    }

    /// 1 / √(variance + ε).
    @inline(__always)
    private static func inverseDeviation(_ variance: Vector, _ epsilon: Float) -> Vector {
        Vector(repeating: 1) / (variance + Vector(repeating: epsilon)).squareRoot()
    }
}
