package import TensorKernelsInterface

extension SIMDKernels {
    /// A window is pooled before it is normalised, which keeps the order of its values or, where the scale is
    /// negative, turns it round: one value is normalised instead of all.
    package static func normalizeAndPool(
        _ shape: PoolingShape, input: UnsafePointer<Float>, moments: UnsafePointer<Float>,
        scale: UnsafePointer<Float>, shift: UnsafePointer<Float>, epsilon: Float, momentum: Float,
        output: UnsafeMutablePointer<Float>, peaks: UnsafeMutablePointer<Float>,
        batchInverseDeviation: UnsafeMutablePointer<Float>,
        runningMean: UnsafeMutablePointer<Float>, runningVariance: UnsafeMutablePointer<Float>, pool: ThreadPool
    ) {
        takeOver(
            moments, rows: shape.batch * shape.height * shape.width, channels: shape.channels, epsilon: epsilon,
            momentum: momentum, batchInverseDeviation: batchInverseDeviation, runningMean: runningMean,
            runningVariance: runningVariance)
        let normalization = PeakNormalization(
            mean: moments, inverseDeviation: batchInverseDeviation, scale: scale, shift: shift)
        let windows = PoolingWindows(shape)
        pool.forEachChunk(of: windows.rows, chunk: windows.rowsPerTask) { rows in
            for row in rows {
                let corner = input + windows.corner(ofRow: row)
                let target = row * windows.windowsPerRow * windows.channels
                // Twos are most windows; the compiler unrolls them.
                if windows.window == 2 {
                    pool2(windows, row: corner, normalization, output: output + target, peaks: peaks + target)
                } else {
                    poolAny(windows, row: corner, normalization, output: output + target, peaks: peaks + target)
                }
            }
        }
    }

    @inline(__always)
    private static func forEachWindow(
        _ windows: PoolingWindows, _ normalization: PeakNormalization,
        _ body: (_ index: Int, _ corner: Int, _ lanes: Int, _ channels: PeakNormalization.Channels) -> Void
    ) {
        forEachVector(in: 0..<windows.channels) { channel, lanes in
            let channels = normalization[channel, lanes]
            var corner = channel
            for window in 0..<windows.windowsPerRow {
                body(window * windows.channels + channel, corner, lanes, channels)
                corner += windows.window * windows.channels
            }
        }
    }

    private static func pool2(
        _ windows: PoolingWindows, row: UnsafePointer<Float>, _ normalization: PeakNormalization,
        output: UnsafeMutablePointer<Float>, peaks: UnsafeMutablePointer<Float>
    ) {
        let next = row + windows.rowStride
        let step = windows.channels
        forEachWindow(windows, normalization) { index, corner, lanes, channels in
            let first = channels.oriented(Vector(row + corner, lanes: lanes))
            let second = channels.oriented(Vector(row + corner + step, lanes: lanes))
            let third = channels.oriented(Vector(next + corner, lanes: lanes))
            let fourth = channels.oriented(Vector(next + corner + step, lanes: lanes))
            let upper = greater(first, second)
            let lower = greater(third, fourth)
            let peak = channels.oriented(greater(upper, lower))
            peak.store(to: peaks + index, lanes: lanes)
            channels.rectified(peak).store(to: output + index, lanes: lanes)
        }
    }

    private static func poolAny(
        _ windows: PoolingWindows, row: UnsafePointer<Float>, _ normalization: PeakNormalization,
        output: UnsafeMutablePointer<Float>, peaks: UnsafeMutablePointer<Float>
    ) {
        forEachWindow(windows, normalization) { index, corner, lanes, channels in
            var greatest = channels.oriented(Vector(row + corner, lanes: lanes))
            windows.forEachPosition { _, offset in
                greatest = greater(greatest, channels.oriented(Vector(row + corner + offset, lanes: lanes)))
            }
            let peak = channels.oriented(greatest)
            peak.store(to: peaks + index, lanes: lanes)
            channels.rectified(peak).store(to: output + index, lanes: lanes)
        }
    }

    @inline(__always)
    static func greater(_ left: Vector, _ right: Vector) -> Vector {
        left.replacing(with: right, where: right .> left)
    }
}
