internal import TensorKernelsInterface

extension ConvolutionShape {
    /// Groups of grey images that have sums of their own, as the shape alone decides.
    var greyGroups: Int { min(16, batch) }
}

extension SIMDKernels {
    /// The gradients of 3 × 3 filters over grey images, which reads every output gradient once.
    static func filterGradientOfGreyImages(
        _ shape: ConvolutionShape,
        input: UnsafePointer<Float>, outputGradient: UnsafePointer<Float>,
        filterGradient: UnsafeMutablePointer<Float>, biasGradient: UnsafeMutablePointer<Float>, pool: ThreadPool
    ) {
        let gradientCount = shape.outHeight * shape.outWidth * shape.outChannels
        sumOverGreyImages(shape, input: input, filters: filterGradient, channels: biasGradient, pool: pool) {
            image, framed, rowStride, filterSums, channelSums in
            addGreyGradients(
                shape, image: framed, rowStride: rowStride, outputGradient: outputGradient + image * gradientCount,
                filterGradient: filterSums, biasGradient: channelSums)
        }
    }

    /// Writes sums over a batch of grey images: one for each element of the filters, and one for each of their channels.
    ///
    /// A group of images a task, as many as the shape alone decides; `add` adds the terms of one image, which it is given in
    /// its frame of zeros, to the sums of its group.
    static func sumOverGreyImages(
        _ shape: ConvolutionShape, input: UnsafePointer<Float>,
        filters: UnsafeMutablePointer<Float>, channels: UnsafeMutablePointer<Float>, pool: ThreadPool,
        _ add: (
            _ image: Int, _ framed: UnsafePointer<Float>, _ rowStride: Int,
            _ filterSums: UnsafeMutablePointer<Float>, _ channelSums: UnsafeMutablePointer<Float>
        ) -> Void
    ) {
        let groups = shape.greyGroups
        let layout = FramedImage(shape)
        let partialCount = shape.filterCount + shape.outChannels
        pool.withScratch(groups * partialCount, perWorker: layout.count) { scratch, workers in
            pool.run(groups) { group, worker in
                let partial = scratch + group * partialCount
                partial.update(repeating: 0, count: partialCount)
                let framed = workers[worker]
                for image in split(shape.batch, into: groups, part: group) {
                    layout.copy(input + image * shape.height * shape.width, to: framed)
                    add(image, framed, layout.rowStride, partial, partial + shape.filterCount)
                }
            }
            sumColumns(
                rows: groups, groups: 1, rowStride: partialCount, columns: 0..<shape.filterCount, of: scratch,
                to: filters)
            sumColumns(
                rows: groups, groups: 1, rowStride: partialCount, columns: 0..<shape.outChannels,
                of: scratch + shape.filterCount, to: channels)
        }
    }

    /// Adds the gradients of one image, a panel of channels after the other.
    private static func addGreyGradients(
        _ shape: ConvolutionShape, image: UnsafePointer<Float>, rowStride: Int, outputGradient: UnsafePointer<Float>,
        filterGradient: UnsafeMutablePointer<Float>, biasGradient: UnsafeMutablePointer<Float>
    ) {
        let channels = shape.outChannels
        var channel = 0
        #if KERNELS_V4 || arch(arm64)
            while channel + 2 * Vector.lanes <= channels {
                GreyGradientTile<2>.accumulate(
                    shape, image: image, rowStride: rowStride, outputGradient: outputGradient + channel,
                    filterGradient: filterGradient + channel, biasGradient: biasGradient + channel,
                    lanes: Vector.lanes)
                channel += 2 * Vector.lanes
            }
        #endif
        forEachVector(in: channel..<channels) { channel, lanes in
            GreyGradientTile<1>.accumulate(
                shape, image: image, rowStride: rowStride, outputGradient: outputGradient + channel,
                filterGradient: filterGradient + channel, biasGradient: biasGradient + channel, lanes: lanes)
        }
    }
}

/// The sums for nine taps and the bias, held in registers for some vectors of channels.
private struct GreyGradientTile<let vectors: Int> {
    @inline(__always)
    static func accumulate(
        _ shape: ConvolutionShape, image: UnsafePointer<Float>, rowStride: Int, outputGradient: UnsafePointer<Float>,
        filterGradient: UnsafeMutablePointer<Float>, biasGradient: UnsafeMutablePointer<Float>, lanes: Int
    ) {
        var taps = InlineArray<9, InlineArray<vectors, Vector>>(
            repeating: InlineArray<vectors, Vector>(repeating: Vector()))
        var bias = InlineArray<vectors, Vector>(repeating: Vector())
        var gradients = outputGradient
        for y in 0..<shape.outHeight {
            var corner = image + y * rowStride
            for _ in 0..<shape.outWidth {
                for vector in 0..<vectors {
                    let gradient = Vector(gradients + vector * Vector.lanes, lanes: lanes)
                    bias[vector] = bias[vector] + gradient
                    for tap in 0..<9 {
                        let pixel = Vector(repeating: corner[tap / 3 * rowStride + tap % 3])
                        taps[tap][vector] = taps[tap][vector].adding(pixel, times: gradient)
                    }
                }
                corner += 1
                gradients += shape.outChannels
            }
        }
        for vector in 0..<vectors {
            let offset = vector * Vector.lanes
            func add(_ sum: Vector, to target: UnsafeMutablePointer<Float>) {
                (Vector(target, lanes: lanes) + sum).store(to: target, lanes: lanes)
            }
            for tap in 0..<9 { add(taps[tap][vector], to: filterGradient + tap * shape.outChannels + offset) }
            add(bias[vector], to: biasGradient + offset)
        }
    }
}
