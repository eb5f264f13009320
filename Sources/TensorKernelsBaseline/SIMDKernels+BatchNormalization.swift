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
                let variance = squares / Float(rows)
                mean.store(to: batchMean + channel, lanes: lanes)
                (1 / (variance + epsilon).squareRoot()).store(to: batchInverseDeviation + channel, lanes: lanes)
                blend(mean, into: runningMean + channel, weight: momentum, lanes: lanes)
                blend(
                    squares / Float(max(1, rows - 1)), into: runningVariance + channel, weight: momentum, lanes: lanes)
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
                (1 / (variance + epsilon).squareRoot()).store(to: inverseDeviation + channel, lanes: lanes)
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
            let mean = sumRows(rows.count, of: first, stride: channels, lanes: lanes) / Float(rows.count)
            // The rows are still in the nearest cache, so that deviations from the true mean cost no memory traffic.
            var sums = InlineArray<4, Vector>(repeating: Vector())
            for row in 0..<rows.count {
                let deviation = Vector(first + row * channels, lanes: lanes) - mean
                sums[row & 3] = sums[row & 3].adding(deviation, times: deviation)
            }
            mean.store(to: means + channel, lanes: lanes)
            ((sums[0] + sums[1]) + (sums[2] + sums[3])).store(to: squares + channel, lanes: lanes)
        }
    }

    /// target ← target + weight · (value − target).
    @inline(__always)
    private static func blend(_ value: Vector, into target: UnsafeMutablePointer<Float>, weight: Float, lanes: Int) {
        let old = Vector(target, lanes: lanes)
        (old + weight * (value - old)).store(to: target, lanes: lanes)
    }
}
