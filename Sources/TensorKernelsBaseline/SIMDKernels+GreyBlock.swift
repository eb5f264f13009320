package import TensorKernelsInterface

extension SIMDKernels {
    /// The outputs of the convolution live in registers only: what normalises them is known before, from the pixels'
    /// moments, and goes into the filters.
    package static func convolveNormalizeAndPool(
        _ shape: GreyBlockShape, input: UnsafePointer<Float>, filters: UnsafePointer<Float>,
        bias: UnsafePointer<Float>, scale: UnsafePointer<Float>, shift: UnsafePointer<Float>,
        epsilon: Float, momentum: Float,
        output: UnsafeMutablePointer<Float>, winners: UnsafeMutablePointer<UInt8>,
        moments: UnsafeMutablePointer<Float>, batchInverseDeviation: UnsafeMutablePointer<Float>,
        runningMean: UnsafeMutablePointer<Float>, runningVariance: UnsafeMutablePointer<Float>, pool: ThreadPool
    ) {
        let pixels = measurePixels(shape, input: input, pool: pool)
        let channels = shape.convolution.outChannels
        let layout = FramedImage(shape.convolution)
        let filterCount = shape.convolution.filterCount
        pool.withScratch(filterCount + 3 * channels, perWorker: layout.count) { scratch, workers in
            let foldedBias = scratch + filterCount
            let outputMoments = foldedBias + channels
            keepMoments(pixels, of: shape, filters: filters, bias: bias, to: moments, outputMoments: outputMoments)
            takeOver(
                outputMoments, rows: shape.rows, channels: channels, epsilon: epsilon, momentum: momentum,
                batchInverseDeviation: batchInverseDeviation, runningMean: runningMean,
                runningVariance: runningVariance)
            foldNormalization(
                channels: channels, filters: filters, bias: bias, mean: outputMoments,
                inverseDeviation: batchInverseDeviation, scale: scale, shift: shift, foldedFilters: scratch,
                foldedBias: foldedBias)
            let pooling = shape.pooling
            let outputCount = pooling.outHeight * pooling.outWidth * channels
            pool.run(pooling.batch) { image, worker in
                let framed = workers[worker]
                layout.copy(input + image * shape.convolution.height * shape.convolution.width, to: framed)
                poolImage(
                    pooling, image: framed, rowStride: layout.rowStride, filters: scratch, bias: foldedBias,
                    output: output + image * outputCount, winners: winners + image * outputCount)
            }
        }
    }

    /// Measures what lies under the taps of all outputs, a group of images a task.
    private static func measurePixels(
        _ shape: GreyBlockShape, input: UnsafePointer<Float>, pool: ThreadPool
    ) -> TapMoments.Combined {
        let moments = TapMoments(shape.convolution)
        let imageCount = shape.convolution.height * shape.convolution.width
        let groups = shape.convolution.greyGroups
        return pool.withScratch(2 * groups * TapMoments.count, perWorker: moments.scratchCount) { scratch, workers in
            let sums = UnsafeMutableRawPointer(scratch)
                .bindMemory(to: Double.self, capacity: groups * TapMoments.count)
            pool.run(groups) { group, worker in
                let target = sums + group * TapMoments.count
                target.update(repeating: 0, count: TapMoments.count)
                for image in split(shape.convolution.batch, into: groups, part: group) {
                    moments.add(input + image * imageCount, to: target, scratch: workers[worker])
                }
            }
            return moments.combine(sums, groups: groups)
        }
    }

    /// Writes what the backward pass needs of the pixels, and the moments of the convolution's outputs: for each
    /// channel its mean, then for each its squared deviations from it.
    private static func keepMoments(
        _ pixels: TapMoments.Combined, of shape: GreyBlockShape, filters: UnsafePointer<Float>,
        bias: UnsafePointer<Float>, to moments: UnsafeMutablePointer<Float>,
        outputMoments: UnsafeMutablePointer<Float>
    ) {
        let channels = shape.convolution.outChannels
        let taps = GreyBlockShape.taps
        for tap in 0..<taps { moments[tap] = Float(pixels.means[tap]) }
        for first in stride(from: 0, to: channels, by: DoubleVector.lanes) {
            let lanes = min(DoubleVector.lanes, channels - first)
            var weights = InlineArray<9, DoubleVector>(repeating: DoubleVector())
            for tap in 0..<taps { weights[tap] = DoubleVector(filters + tap * channels + first, lanes: lanes) }
            var mean = DoubleVector(bias + first, lanes: lanes)
            var squares = DoubleVector()
            for tap in 0..<taps {
                mean = mean.adding(DoubleVector(repeating: pixels.means[tap]), times: weights[tap])
                var products = DoubleVector()
                for other in 0..<taps {
                    products = products.adding(
                        DoubleVector(repeating: pixels.products[taps * tap + other]), times: weights[other])
                }
                products.store(to: moments + taps + tap * channels + first, lanes: lanes)
                squares = squares.adding(weights[tap], times: products)
            }
            mean.store(to: outputMoments + first, lanes: lanes)
            // Rounding may leave a constant output less than nothing.
            squares.replacing(with: DoubleVector(), where: squares .< DoubleVector())
                .store(to: outputMoments + channels + first, lanes: lanes)
        }
    }

    /// Writes filters and bias whose outputs need no further normalisation.
    private static func foldNormalization(
        channels: Int, filters: UnsafePointer<Float>, bias: UnsafePointer<Float>, mean: UnsafePointer<Float>,
        inverseDeviation: UnsafePointer<Float>, scale: UnsafePointer<Float>, shift: UnsafePointer<Float>,
        foldedFilters: UnsafeMutablePointer<Float>, foldedBias: UnsafeMutablePointer<Float>
    ) {
        forEachVector(in: 0..<channels) { channel, lanes in
            let factor = Vector(inverseDeviation + channel, lanes: lanes) * Vector(scale + channel, lanes: lanes)
            let centred = Vector(bias + channel, lanes: lanes) - Vector(mean + channel, lanes: lanes)
            Vector(shift + channel, lanes: lanes).adding(centred, times: factor)
                .store(to: foldedBias + channel, lanes: lanes)
            for tap in 0..<GreyBlockShape.taps {
                let index = tap * channels + channel
                (Vector(filters + index, lanes: lanes) * factor).store(to: foldedFilters + index, lanes: lanes)
            }
        }
    }

    /// Convolves, rectifies and pools one image, a panel of channels after the other.
    private static func poolImage(
        _ shape: PoolingShape, image: UnsafePointer<Float>, rowStride: Int, filters: UnsafePointer<Float>,
        bias: UnsafePointer<Float>, output: UnsafeMutablePointer<Float>, winners: UnsafeMutablePointer<UInt8>
    ) {
        var channel = 0
        #if KERNELS_V4 || arch(arm64)
            while channel + 2 * Vector.lanes <= shape.channels {
                GreyWindowTile<2>.pool(
                    shape, image: image, rowStride: rowStride, filters: filters + channel, bias: bias + channel,
                    output: output + channel, winners: winners + channel, lanes: Vector.lanes)
                channel += 2 * Vector.lanes
            }
        #endif
        forEachVector(in: channel..<shape.channels) { channel, lanes in
            GreyWindowTile<1>.pool(
                shape, image: image, rowStride: rowStride, filters: filters + channel, bias: bias + channel,
                output: output + channel, winners: winners + channel, lanes: lanes)
        }
    }
}

/// The four outputs of each window for some vectors of channels, held in registers together with their filters.
private struct GreyWindowTile<let vectors: Int> {
    @inline(__always)
    static func pool(
        _ shape: PoolingShape, image: UnsafePointer<Float>, rowStride: Int, filters: UnsafePointer<Float>,
        bias: UnsafePointer<Float>, output: UnsafeMutablePointer<Float>, winners: UnsafeMutablePointer<UInt8>,
        lanes: Int
    ) {
        var start = InlineArray<vectors, Vector>(repeating: Vector())
        var weights = InlineArray<9, InlineArray<vectors, Vector>>(repeating: start)
        for vector in 0..<vectors {
            let offset = vector * Vector.lanes
            start[vector] = Vector(bias + offset, lanes: lanes)
            for tap in 0..<9 { weights[tap][vector] = Vector(filters + tap * shape.channels + offset, lanes: lanes) }
        }
        let noWinner = IndexVector(repeating: UInt32(GreyBlockShape.noWinner))
        var target = 0
        for row in 0..<shape.outHeight {
            var corner = image + 2 * row * rowStride
            for _ in 0..<shape.outWidth {
                var sums = InlineArray<4, InlineArray<vectors, Vector>>(repeating: start)
                // Rows one by one: the compiler would leave a loop over all taps as it is, and filters in memory.
                @inline(__always)
                func add(tapsOfRow row: Int) {
                    for column in 0..<3 {
                        for place in 0..<4 {
                            let pixel = Vector(repeating: corner[(place / 2 + row) * rowStride + place % 2 + column])
                            for vector in 0..<vectors {
                                let weight = weights[3 * row + column][vector]
                                sums[place][vector] = sums[place][vector].adding(pixel, times: weight)
                            }
                        }
                    }
                }
                add(tapsOfRow: 0)
                add(tapsOfRow: 1)
                add(tapsOfRow: 2)
                for vector in 0..<vectors {
                    var greatest = sums[0][vector]
                    var winner = IndexVector()
                    for place in 1..<4 {
                        let isGreater = sums[place][vector] .> greatest
                        greatest = greatest.replacing(with: sums[place][vector], where: isGreater)
                        winner = winner.replacing(with: IndexVector(repeating: UInt32(place)), where: isGreater)
                    }
                    winner = noWinner.replacing(with: winner, where: greatest .> Vector())
                    let offset = target + vector * Vector.lanes
                    // Not-a-number stays what it is.
                    greatest.replacing(with: Vector(), where: greatest .< Vector())
                        .store(to: output + offset, lanes: lanes)
                    winner.storeBytes(to: winners + offset, lanes: lanes)
                }
                corner += 2
                target += shape.channels
            }
        }
    }
}
