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
        let count = ChannelMoments.count(parts: chunks.count, channels: channels)
        pool.withScratch(count + 2 * channels) { scratch in
            let moments = ChannelMoments(parts: chunks.count, channels: channels, memory: scratch)
            pool.run(chunks.count) { chunk in
                let rows = chunks[chunk]
                moments.measure(rows.count, of: input + rows.lowerBound * channels, asPart: chunk)
            }
            moments.combine(to: scratch + count)
            takeOver(
                scratch + count, rows: rows, channels: channels, epsilon: epsilon, momentum: momentum,
                batchInverseDeviation: batchInverseDeviation, runningMean: runningMean,
                runningVariance: runningVariance)
            batchMean.update(from: scratch + count, count: channels)
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

    /// Derives a batch's deviation and the new running statistics from `moments`: means, then squared deviations.
    static func takeOver(
        _ moments: UnsafePointer<Float>, rows: Int, channels: Int, epsilon: Float, momentum: Float,
        batchInverseDeviation: UnsafeMutablePointer<Float>,
        runningMean: UnsafeMutablePointer<Float>, runningVariance: UnsafeMutablePointer<Float>
    ) {
        forEachVector(in: 0..<channels) { channel, lanes in
            let mean = Vector(moments + channel, lanes: lanes)
            let squares = Vector(moments + channels + channel, lanes: lanes)
            inverseDeviation(squares / Vector(repeating: Float(rows)), epsilon)
                .store(to: batchInverseDeviation + channel, lanes: lanes)
            blend(mean, into: runningMean + channel, weight: momentum, lanes: lanes)
            let unbiased = squares / Vector(repeating: Float(max(1, rows - 1)))
            blend(unbiased, into: runningVariance + channel, weight: momentum, lanes: lanes)
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
    static func inverseDeviation(_ variance: Vector, _ epsilon: Float) -> Vector {
        Vector(repeating: 1) / (variance + Vector(repeating: epsilon)).squareRoot()
    }
}
