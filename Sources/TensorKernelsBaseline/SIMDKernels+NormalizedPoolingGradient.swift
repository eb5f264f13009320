package import TensorKernelsInterface

extension SIMDKernels {
    /// The gradient of `normalizeBatch` where all but the peaks get nothing from above: the two means need the peaks
    /// alone.
    package static func normalizeAndPoolGradient(
        _ shape: PoolingShape, input: UnsafePointer<Float>, peaks: UnsafePointer<Float>,
        outputGradient: UnsafePointer<Float>, scale: UnsafePointer<Float>, shift: UnsafePointer<Float>,
        batchMean: UnsafePointer<Float>, batchInverseDeviation: UnsafePointer<Float>,
        inputGradient: UnsafeMutablePointer<Float>,
        scaleGradient: UnsafeMutablePointer<Float>, shiftGradient: UnsafeMutablePointer<Float>, pool: ThreadPool
    ) {
        let windows = PoolingWindows(shape)
        let normalization = PeakNormalization(
            mean: batchMean, inverseDeviation: batchInverseDeviation, scale: scale, shift: shift)
        sumPeakGradients(
            windows, normalization, peaks: peaks, outputGradient: outputGradient, scaleGradient: scaleGradient,
            shiftGradient: shiftGradient, pool: pool)
        let rows = Float(shape.batch * shape.height * shape.width)
        let gradient = PeakGradient(
            windows: windows, normalization: normalization, rows: rows, scaleGradient: scaleGradient,
            shiftGradient: shiftGradient)
        pool.forEachChunk(of: windows.rows, chunk: windows.rowsPerTask) { rows in
            for row in rows {
                let corner = windows.corner(ofRow: row)
                let source = row * windows.windowsPerRow * windows.channels
                gradient.distribute(
                    input: input + corner, peaks: peaks + source, outputGradient: outputGradient + source,
                    to: inputGradient + corner)
                windows.forEachRest(ofRow: row) { range in
                    gradient.fill(range, input: input + corner, to: inputGradient + corner)
                }
            }
        }
    }

    /// Writes Σ ∂y · x̂ and Σ ∂y over all peaks that ReLU lets through.
    private static func sumPeakGradients(
        _ windows: PoolingWindows, _ normalization: PeakNormalization,
        peaks: UnsafePointer<Float>, outputGradient: UnsafePointer<Float>,
        scaleGradient: UnsafeMutablePointer<Float>, shiftGradient: UnsafeMutablePointer<Float>, pool: ThreadPool
    ) {
        let channels = windows.channels
        let chunks = RowChunks(rows: windows.rows * windows.windowsPerRow, channels: channels)
        pool.withScratch(chunks.count * channels * 2) { scratch in
            let products = scratch
            let sums = scratch + chunks.count * channels
            pool.run(chunks.count) { chunk in
                let rows = chunks[chunk]
                forEachVector(in: 0..<channels) { channel, lanes in
                    let constants = normalization[channel, lanes]
                    let first = rows.lowerBound * channels + channel
                    var sum = Vector()
                    var otherSum = Vector()
                    func gradient(_ row: Int, _ peak: Vector) -> Vector {
                        Vector().replacing(
                            with: Vector(outputGradient + first + row * channels, lanes: lanes),
                            where: constants.normalized(peak) .> Vector())
                    }
                    var product = Vector()
                    var otherProduct = Vector()
                    for row in stride(from: 0, to: rows.count - 1, by: 2) {
                        let peak = Vector(peaks + first + row * channels, lanes: lanes)
                        let other = Vector(peaks + first + (row + 1) * channels, lanes: lanes)
                        let passed = gradient(row, peak)
                        let otherPassed = gradient(row + 1, other)
                        sum = sum + passed
                        otherSum = otherSum + otherPassed
                        product = product.adding(peak - constants.mean, times: passed)
                        otherProduct = otherProduct.adding(other - constants.mean, times: otherPassed)
                    }
                    if rows.count % 2 == 1 {
                        let peak = Vector(peaks + first + (rows.count - 1) * channels, lanes: lanes)
                        let passed = gradient(rows.count - 1, peak)
                        sum = sum + passed
                        product = product.adding(peak - constants.mean, times: passed)
                    }
                    (product + otherProduct).store(to: products + chunk * channels + channel, lanes: lanes)
                    (sum + otherSum).store(to: sums + chunk * channels + channel, lanes: lanes)
                }
            }
            forEachVector(in: 0..<channels) { channel, lanes in
                let product = sumRows(chunks.count, of: products + channel, stride: channels, lanes: lanes)
                let inverseDeviation = Vector(normalization.inverseDeviation + channel, lanes: lanes)
                (product * inverseDeviation).store(to: scaleGradient + channel, lanes: lanes)
                sumRows(chunks.count, of: sums + channel, stride: channels, lanes: lanes)
                    .store(to: shiftGradient + channel, lanes: lanes)
            }
        }
    }
}

/// ∂x = scale/σ · (∂y − mean(∂y) − x̂ · mean(∂y · x̂)), where ∂y is zero but for the peaks that ReLU lets through.
private struct PeakGradient {
    let windows: PoolingWindows
    let normalization: PeakNormalization
    let rows: Float
    let scaleGradient: UnsafePointer<Float>
    let shiftGradient: UnsafePointer<Float>

    /// What it needs of a vector of channels.
    private struct Channels {
        let normalization: PeakNormalization.Channels
        let meanGradient: Vector
        let meanProduct: Vector

        /// The gradient of an input that gets `gradient` from above.
        @inline(__always)
        func input(_ value: Vector, gradient: Vector) -> Vector {
            let centred = (gradient - meanGradient).adding(normalization.mean - value, times: meanProduct)
            return centred * normalization.factor
        }
    }

    @inline(__always)
    private subscript(channel: Int, lanes: Int) -> Channels {
        let count = Vector(repeating: rows)
        let inverseDeviation = Vector(normalization.inverseDeviation + channel, lanes: lanes)
        return Channels(
            normalization: normalization[channel, lanes],
            meanGradient: Vector(shiftGradient + channel, lanes: lanes) / count,
            meanProduct: Vector(scaleGradient + channel, lanes: lanes) * inverseDeviation / count)
    }

    /// Writes the gradients of the inputs of a row of windows; of equal peaks the first gets what comes from above.
    func distribute(
        input: UnsafePointer<Float>, peaks: UnsafePointer<Float>, outputGradient: UnsafePointer<Float>,
        to inputGradient: UnsafeMutablePointer<Float>
    ) {
        let channels = windows.channels
        let step = windows.window * channels
        forEachVector(in: 0..<channels) { channel, lanes in
            let constants = self[channel, lanes]
            for window in 0..<windows.windowsPerRow {
                let source = window * channels + channel
                let peak = Vector(peaks + source, lanes: lanes)
                var remaining = Vector().replacing(
                    with: Vector(outputGradient + source, lanes: lanes),
                    where: constants.normalization.normalized(peak) .> Vector())
                @inline(__always)
                func distribute(to place: Int) {
                    let value = Vector(input + place, lanes: lanes)
                    let isPeak = value .== peak
                    let gradient = Vector().replacing(with: remaining, where: isPeak)
                    remaining = remaining.replacing(with: Vector(), where: isPeak)
                    constants.input(value, gradient: gradient).store(to: inputGradient + place, lanes: lanes)
                }
                let corner = window * step + channel
                if windows.window == 2 {
                    distribute(to: corner)
                    distribute(to: corner + channels)
                    distribute(to: corner + windows.rowStride)
                    distribute(to: corner + windows.rowStride + channels)
                } else {
                    windows.forEachPosition { _, offset in distribute(to: corner + offset) }
                }
            }
        }
    }

    /// Writes the gradients of inputs that lie in no window; `range` holds all channels of some pixels.
    func fill(_ range: Range<Int>, input: UnsafePointer<Float>, to inputGradient: UnsafeMutablePointer<Float>) {
        let channels = windows.channels
        forEachVector(in: 0..<channels) { channel, lanes in
            let constants = self[channel, lanes]
            for place in stride(from: range.lowerBound + channel, to: range.upperBound, by: channels) {
                constants.input(Vector(input + place, lanes: lanes), gradient: Vector())
                    .store(to: inputGradient + place, lanes: lanes)
            }
        }
    }
}
