package import TensorKernelsInterface

extension SIMDKernels {
    /// f = scale / √(σ² + ε): filters · f, and (bias − μ) · f + shift.
    package static func foldNormalization(
        rows: Int, channels: Int, filters: UnsafePointer<Float>, bias: UnsafePointer<Float>,
        scale: UnsafePointer<Float>, shift: UnsafePointer<Float>, epsilon: Float,
        runningMean: UnsafePointer<Float>, runningVariance: UnsafePointer<Float>,
        foldedFilters: UnsafeMutablePointer<Float>, foldedBias: UnsafeMutablePointer<Float>
    ) {
        forEachVector(in: 0..<channels) { channel, lanes in
            let variance = Vector(runningVariance + channel, lanes: lanes)
            let factor = Vector(scale + channel, lanes: lanes) * inverseDeviation(variance, epsilon)
            for row in stride(from: channel, to: rows * channels, by: channels) {
                (Vector(filters + row, lanes: lanes) * factor).store(to: foldedFilters + row, lanes: lanes)
            }
            let distance = Vector(bias + channel, lanes: lanes) - Vector(runningMean + channel, lanes: lanes)
            Vector(shift + channel, lanes: lanes).adding(distance, times: factor)
                .store(to: foldedBias + channel, lanes: lanes)
        }
    }

    /// The bias, padded to whole vectors, then the filters: transformed where Winograd's algorithm reads them.
    package static func preparedConvolutionCount(_ shape: ConvolutionShape) -> Int {
        preparedFilterOffset(shape)
            + (shape.suitsWinogradInLargeBatches ? WinogradFilters(shape).count : shape.filterCount)
    }

    /// Floats from the bias to the filters.
    private static func preparedFilterOffset(_ shape: ConvolutionShape) -> Int {
        (shape.outChannels + Vector.lanes - 1) / Vector.lanes * Vector.lanes
    }

    package static func prepareConvolution(
        _ shape: ConvolutionShape, filters: UnsafePointer<Float>, bias: UnsafePointer<Float>,
        prepared: UnsafeMutablePointer<Float>, pool: ThreadPool
    ) {
        prepared.update(from: bias, count: shape.outChannels)
        let target = prepared + preparedFilterOffset(shape)
        if shape.suitsWinogradInLargeBatches {
            WinogradFilters(shape).transform(filters, to: target, pool: pool)
        } else {
            target.update(from: filters, count: shape.filterCount)
        }
    }

    package static func convolveRectifyAndPool(
        _ shape: ConvolutionShape, window: Int, input: UnsafePointer<Float>, prepared: UnsafePointer<Float>,
        output: UnsafeMutablePointer<Float>, pool: ThreadPool
    ) {
        guard window == 1 || window == 2 else { fatalError("no window of \(window) is pooled in one go") }
        let filters = prepared + preparedFilterOffset(shape)
        let infer = shape.suitsWinogradInLargeBatches ? inferByWinograd : inferDirectly
        infer(shape, window, input, filters, prepared, output, pool)
    }

    /// A task takes a band of pooled rows of one image; what they are pooled from stays in the nearest cache.
    private static func inferDirectly(
        _ shape: ConvolutionShape, window: Int, input: UnsafePointer<Float>, filters: UnsafePointer<Float>,
        bias: UnsafePointer<Float>, output: UnsafeMutablePointer<Float>, pool: ThreadPool
    ) {
        let layout = shape.paddedInput
        let pooling = PoolingShape(
            batch: 1, height: shape.outHeight, width: shape.outWidth, channels: shape.outChannels, window: window)
        let bands = max(1, min(shape.bandsPerImage, pooling.outHeight))
        let imageStride = shape.height * shape.width * shape.inChannels
        let rowStride = shape.outWidth * shape.outChannels
        let pooledRowStride = pooling.outWidth * shape.outChannels
        let workerCount = layout.count + window * rowStride
        pool.withWorkerMemory(workerCount) { workers in
            pool.run(shape.batch * bands) { task, worker in
                let padded = workers[worker]
                let rows = padded + layout.count
                let pooledRows = split(pooling.outHeight, into: bands, part: task % bands)
                let outRows = pooledRows.lowerBound * window..<pooledRows.upperBound * window
                layout.copy(
                    input + task / bands * imageStride, rows: shape.inputRows(of: outRows), to: padded)
                let target = output + task / bands * pooling.outHeight * pooledRowStride
                for pooledRow in pooledRows {
                    let first = pooledRow * window
                    correlate(
                        shape, rows: first..<first + window, image: padded, filters: filters, bias: bias,
                        output: rows - first * rowStride)
                    rectifyAndPool(
                        rows, pooling, to: target + pooledRow * pooledRowStride)
                }
            }
        }
    }

    /// Pools the `shape.window` rows at `rows` to one.
    private static func rectifyAndPool(
        _ rows: UnsafePointer<Float>, _ shape: PoolingShape, to output: UnsafeMutablePointer<Float>
    ) {
        let channels = shape.channels
        let rowStride = shape.width * channels
        for x in 0..<shape.outWidth {
            let corner = rows + x * shape.window * channels
            forEachVector(in: 0..<channels) { channel, lanes in
                var greatest = Vector(corner + channel, lanes: lanes)
                if shape.window == 2 {
                    greatest = greater(greatest, Vector(corner + channels + channel, lanes: lanes))
                    let lower = corner + rowStride + channel
                    greatest = greater(
                        greatest, greater(Vector(lower, lanes: lanes), Vector(lower + channels, lanes: lanes)))
                }
                rectified(greatest).store(to: output + x * channels + channel, lanes: lanes)
            }
        }
    }

    /// max(value, 0); not-a-number stays what it is.
    @inline(__always)
    static func rectified(_ value: Vector) -> Vector {
        value.replacing(with: Vector(), where: value .< Vector())
    }
}
