internal import TensorKernelsInterface

extension SIMDKernels {
    /// The convolution of `shape` by Winograd's algorithm; `scratch` takes the transformed filters.
    static func correlateByWinograd(
        _ shape: ConvolutionShape,
        input: UnsafePointer<Float>, filters: UnsafePointer<Float>, bias: UnsafePointer<Float>?,
        output: UnsafeMutablePointer<Float>, moments: UnsafeMutablePointer<Float>?,
        scratch: UnsafeMutablePointer<Float>, pool: ThreadPool
    ) {
        WinogradFilters(shape).transform(filters, to: scratch, pool: pool)
        let convolution = WinogradConvolution(shape)
        let parts = convolution.taskCount
        let momentCount = moments == nil ? 0 : ChannelMoments.count(parts: parts, channels: shape.outChannels)
        pool.withScratch(momentCount, perWorker: convolution.workerCount) { memory, workers in
            let measured = moments.map { _ in
                ChannelMoments(parts: parts, channels: shape.outChannels, memory: memory)
            }
            pool.run(convolution.taskCount) { task, worker in
                convolution.compute(
                    task: task, input: input, filters: scratch, bias: bias, output: output, moments: measured,
                    memory: workers[worker])
            }
            if let moments { measured?.combine(to: moments) }
        }
    }

    /// Writes the values of a block's input tiles at each position, [position][tile][in channel].
    static func transformInputs(
        _ tiling: WinogradTiling, tileRows: Range<Int>, _ input: UnsafePointer<Float>,
        to target: UnsafeMutablePointer<Float>, matrices: WinogradMatrices, band: UnsafeMutablePointer<Float>,
        memory: UnsafeMutablePointer<Float>
    ) {
        let layout = tiling.inputBand
        let channels = tiling.shape.inChannels
        let rowStride = layout.rowStride(channels: channels)
        let columnStride = layout.columnStride(channels: channels)
        band.update(repeating: 0, count: layout.count(channels: channels))
        var row = target
        for tileRow in tileRows {
            layout.copy(tileRow: tileRow, channels: 0..<channels, of: input, to: band)
            for tile in 0..<tiling.tilesAcross {
                let source = band + tile * WinogradTransform.outputSide * columnStride
                for channel in stride(from: 0, to: matrices.rowStride, by: Vector.lanes) {
                    WinogradTransform.apply(WinogradTransform.input, memory: memory) { i, j in
                        Vector(source + i * rowStride + j * columnStride + channel, lanes: Vector.lanes)
                    } store: { i, j, value in
                        let position = i * WinogradTransform.inputSide + j
                        value.store(to: row + position * matrices.positionStride + channel, lanes: Vector.lanes)
                    }
                }
                row += matrices.rowStride
            }
        }
    }

    /// Multiplies, position by position, a block's tiles with a panel of filters.
    ///
    /// Filters are read once for each block, and some of them come from the cache of the core that transformed them.
    static func multiply(
        _ shape: ConvolutionShape, tiles: Int, channels: Range<Int>,
        inputs: UnsafePointer<Float>, inputMatrices: WinogradMatrices, filters: UnsafePointer<Float>,
        products: UnsafeMutablePointer<Float>, productMatrices: WinogradMatrices
    ) {
        let filterMatrices = WinogradFilters(shape).matrices
        let panel = filters + channels.lowerBound / TileProduct.panelColumns * filterMatrices.count
        let product = TileProduct(
            rows: tiles, columns: productMatrices.rowStride, depth: shape.inChannels,
            leftDepthStride: 1, leftRowStride: inputMatrices.rowStride,
            rightDepthStride: filterMatrices.rowStride, resultRowStride: productMatrices.rowStride,
            prefetchDistance: TileProduct.distanceOfFarRows)
        for position in 0..<WinogradTransform.positions {
            product.compute(
                left: inputs + position * inputMatrices.positionStride,
                right: panel + position * filterMatrices.positionStride,
                result: products + position * productMatrices.positionStride)
        }
    }
}
