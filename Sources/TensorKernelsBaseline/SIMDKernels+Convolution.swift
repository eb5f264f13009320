package import TensorKernelsInterface

extension SIMDKernels {
    /// What the greediest function needs, whichever algorithm serves the shape: a shorter batch of the same images, for
    /// which another one may be chosen, must find enough memory too.
    package static func convolutionScratchCount(_ shape: ConvolutionShape) -> Int {
        let direct = max(shape.filterCount, directGradientCount(shape))
        guard shape.suitsWinograd || shape.transposed.suitsWinograd else { return direct }
        let gradients = shape.filterCount + winogradGradientsCount(shape)
        return max(direct, WinogradFilters(shape).count, gradients)
    }

    package static func convolve(
        _ shape: ConvolutionShape,
        input: UnsafePointer<Float>, filters: UnsafePointer<Float>, bias: UnsafePointer<Float>,
        output: UnsafeMutablePointer<Float>, moments: UnsafeMutablePointer<Float>?,
        scratch: UnsafeMutablePointer<Float>, pool: ThreadPool
    ) {
        correlate(
            shape, input: input, filters: filters, bias: bias, output: output, moments: moments, scratch: scratch,
            pool: pool)
    }

    /// The convolution of `shape`, or of the one that it is the transposed of.
    static func correlate(
        _ shape: ConvolutionShape,
        input: UnsafePointer<Float>, filters: UnsafePointer<Float>, bias: UnsafePointer<Float>?,
        output: UnsafeMutablePointer<Float>, moments: UnsafeMutablePointer<Float>?,
        scratch: UnsafeMutablePointer<Float>, pool: ThreadPool
    ) {
        if shape.suitsWinograd {
            correlateByWinograd(
                shape, input: input, filters: filters, bias: bias, output: output, moments: moments,
                scratch: scratch, pool: pool)
        } else {
            correlateDirectly(
                shape, input: input, filters: filters, bias: bias, output: output, moments: moments, pool: pool)
        }
    }

    /// Each output row is a product of the padded image, whose kernel windows overlap in memory, with the filters.
    ///
    /// A task takes a band of rows of one image.
    private static func correlateDirectly(
        _ shape: ConvolutionShape,
        input: UnsafePointer<Float>, filters: UnsafePointer<Float>, bias: UnsafePointer<Float>?,
        output: UnsafeMutablePointer<Float>, moments: UnsafeMutablePointer<Float>?, pool: ThreadPool
    ) {
        let layout = shape.paddedInput
        let bands = shape.bandsPerImage
        let tasks = shape.batch * bands
        let imageStride = shape.height * shape.width * shape.inChannels
        let outRowStride = shape.outWidth * shape.outChannels
        let needsCopy = layout.padding > 0
        let momentCount = moments == nil ? 0 : ChannelMoments.count(parts: tasks, channels: shape.outChannels)
        pool.withScratch(momentCount, perWorker: needsCopy ? layout.count : 0) { scratch, workers in
            let parts = ChannelMoments(parts: tasks, channels: shape.outChannels, memory: scratch)
            pool.run(tasks) { task, worker in
                var image = input + task / bands * imageStride
                let rows = split(shape.outHeight, into: bands, part: task % bands)
                let target = output + task / bands * shape.outHeight * outRowStride
                if needsCopy {
                    let padded = workers[worker]
                    layout.copy(image, rows: shape.inputRows(of: rows), to: padded)
                    image = UnsafePointer(padded)
                }
                correlate(shape, rows: rows, image: image, filters: filters, bias: bias, output: target)
                if moments != nil {
                    parts.measure(
                        rows.count * shape.outWidth, of: target + rows.lowerBound * outRowStride, asPart: task)
                }
            }
            if let moments { parts.combine(to: moments) }
        }
    }

    /// Output rows `rows` of one image, a panel of channels after the other so that its filters stay in the cache.
    static func correlate(
        _ shape: ConvolutionShape, rows: Range<Int>,
        image: UnsafePointer<Float>, filters: UnsafePointer<Float>, bias: UnsafePointer<Float>?,
        output: UnsafeMutablePointer<Float>
    ) {
        let layout = shape.paddedInput
        let filterRowStride = shape.kernelWidth * shape.inChannels * shape.outChannels
        var product = TileProduct(
            rows: shape.outWidth, columns: 0, depth: shape.kernelWidth * shape.inChannels,
            leftSegmentStride: layout.rowStride, leftDepthStride: 1, leftRowStride: shape.inChannels,
            rightSegmentStride: filterRowStride, rightDepthStride: shape.outChannels,
            resultRowStride: shape.outChannels)
        for channel in stride(from: 0, to: shape.outChannels, by: TileProduct.panelColumns) {
            product.columns = min(TileProduct.panelColumns, shape.outChannels - channel)
            for y in rows {
                let taps = shape.kernelRows(ofOutputRow: y)
                product.segments = taps.count
                product.compute(
                    left: image + (y + taps.lowerBound - shape.paddingRows) * layout.rowStride,
                    right: filters + taps.lowerBound * filterRowStride + channel,
                    start: bias.map { $0 + channel },
                    result: output + y * shape.outWidth * shape.outChannels + channel)
            }
        }
    }
}
