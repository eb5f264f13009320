internal import TensorKernelsInterface

extension SIMDKernels {
    /// Tiles whose values at all positions stay in the second-level cache until they are multiplied.
    static let tilesPerBlock = 16

    /// The blocks of a training step. They are smaller where they would be few, but never lower than a register tile: one
    /// core may be slower than another, which then waits for the last block.
    private static func tiling(of shape: ConvolutionShape) -> WinogradTiling {
        let tiling = WinogradTiling(shape, tilesPerBlock: tilesPerBlock)
        return tiling.blockCount < 16 ? WinogradTiling(shape, tilesPerBlock: tilesPerBlock / 2) : tiling
    }

    /// Floats of scratch memory that `correlateByWinograd` needs.
    static func winogradFilterCount(_ shape: ConvolutionShape) -> Int {
        let panels = (shape.outChannels + TileProduct.panelColumns - 1) / TileProduct.panelColumns
        return panels * WinogradMatrices(rows: shape.inChannels, columns: TileProduct.panelColumns).count
    }

    /// The convolution of `shape` by Winograd's algorithm, a block of tiles a task.
    static func correlateByWinograd(
        _ shape: ConvolutionShape,
        input: UnsafePointer<Float>, filters: UnsafePointer<Float>, bias: UnsafePointer<Float>?,
        output: UnsafeMutablePointer<Float>, moments: UnsafeMutablePointer<Float>?,
        scratch: UnsafeMutablePointer<Float>, pool: ThreadPool
    ) {
        transformFilters(shape, filters, to: scratch, pool: pool)
        let tiling = tiling(of: shape)
        let tiles = tiling.tilesOfLargestBlock
        let inputs = WinogradMatrices(rows: tiles, columns: shape.inChannels)
        let products = WinogradMatrices(rows: tiles, columns: TileProduct.panelColumns)
        let bandCount = tiling.inputBand.count(channels: shape.inChannels)
        let workerCount = WinogradTransform.memoryCount + inputs.count + products.count + bandCount
        let momentCount =
            moments == nil ? 0 : ChannelMoments.count(parts: tiling.blockCount, channels: shape.outChannels)
        pool.withScratch(pool.threadCount * workerCount + momentCount) { memory in
            let parts = ChannelMoments(
                parts: tiling.blockCount, channels: shape.outChannels,
                memory: memory + pool.threadCount * workerCount)
            pool.run(tiling.blockCount) { task, worker in
                let memory = memory + worker * workerCount
                let values = memory + WinogradTransform.memoryCount
                let sums = values + inputs.count
                let tileRows = tiling.block(task)
                transformInputs(
                    tiling, tileRows: tileRows, input, to: values, matrices: inputs,
                    band: sums + products.count, memory: memory)
                // The outputs are written in small squares, each line of which the processor would have to wait for;
                // zeros in the order of memory bring the lines into the cache beforehand.
                let outputs = tiling.outputs(of: tileRows)
                (output + outputs.lowerBound).update(repeating: 0, count: outputs.count)
                for channel in stride(from: 0, to: shape.outChannels, by: TileProduct.panelColumns) {
                    let channels = channel..<min(shape.outChannels, channel + TileProduct.panelColumns)
                    let matrices = WinogradMatrices(rows: tiles, columns: channels.count)
                    multiply(
                        shape, tiles: tileRows.count * tiling.tilesAcross, channels: channels,
                        inputs: values, inputMatrices: inputs, filters: scratch, products: sums,
                        productMatrices: matrices)
                    transformOutputs(
                        tiling, tileRows: tileRows, channels: channels, sums, matrices: matrices, bias: bias,
                        to: output, memory: memory)
                }
                if moments != nil {
                    parts.measure(
                        outputs.count / shape.outChannels, of: output + outputs.lowerBound, asPart: task)
                }
            }
            if let moments { parts.combine(to: moments) }
        }
    }

    /// Writes the filters' values at each position, [panel of out channels][position][in channel][out channel].
    static func transformFilters(
        _ shape: ConvolutionShape, _ filters: UnsafePointer<Float>, to target: UnsafeMutablePointer<Float>,
        pool: ThreadPool
    ) {
        let tapStride = shape.inChannels * shape.outChannels
        let panels = (shape.outChannels + TileProduct.panelColumns - 1) / TileProduct.panelColumns
        let matrices = WinogradMatrices(rows: shape.inChannels, columns: TileProduct.panelColumns)
        let chunks = (shape.inChannels + 15) / 16
        pool.withScratch(pool.threadCount * WinogradTransform.memoryCount) { memory in
            pool.run(panels * chunks) { task, worker in
                let memory = memory + worker * WinogradTransform.memoryCount
                let first = task / chunks * TileProduct.panelColumns
                let channels = first..<min(shape.outChannels, first + TileProduct.panelColumns)
                let panel = target + task / chunks * matrices.count
                let rows = split(shape.inChannels, into: chunks, part: task % chunks)
                // For the same reason as the outputs of `correlateByWinograd`.
                for position in 0..<WinogradTransform.positions {
                    (panel + position * matrices.positionStride + rows.lowerBound * matrices.rowStride)
                        .update(repeating: 0, count: rows.count * matrices.rowStride)
                }
                for inChannel in rows {
                    let source = filters + inChannel * shape.outChannels
                    let row = panel + inChannel * matrices.rowStride - first
                    forEachVector(in: channels) { channel, lanes in
                        WinogradTransform.apply(WinogradTransform.filter, memory: memory) { i, j in
                            Vector(source + (i * 3 + j) * tapStride + channel, lanes: lanes)
                        } store: { i, j, value in
                            let position = i * WinogradTransform.inputSide + j
                            value.store(to: row + position * matrices.positionStride + channel, lanes: Vector.lanes)
                        }
                    }
                }
            }
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
    static func multiply(
        _ shape: ConvolutionShape, tiles: Int, channels: Range<Int>,
        inputs: UnsafePointer<Float>, inputMatrices: WinogradMatrices, filters: UnsafePointer<Float>,
        products: UnsafeMutablePointer<Float>, productMatrices: WinogradMatrices
    ) {
        let filterMatrices = WinogradMatrices(rows: shape.inChannels, columns: TileProduct.panelColumns)
        let panel = filters + channels.lowerBound / TileProduct.panelColumns * filterMatrices.count
        let product = TileProduct(
            rows: tiles, columns: productMatrices.rowStride, depth: shape.inChannels,
            leftDepthStride: 1, leftRowStride: inputMatrices.rowStride,
            rightDepthStride: filterMatrices.rowStride, resultRowStride: productMatrices.rowStride)
        for position in 0..<WinogradTransform.positions {
            product.compute(
                left: inputs + position * inputMatrices.positionStride,
                right: panel + position * filterMatrices.positionStride,
                result: products + position * productMatrices.positionStride)
        }
    }

    /// Interpolates a block's outputs in `channels` and adds the bias.
    private static func transformOutputs(
        _ tiling: WinogradTiling, tileRows: Range<Int>, channels: Range<Int>,
        _ products: UnsafePointer<Float>, matrices: WinogradMatrices, bias: UnsafePointer<Float>?,
        to output: UnsafeMutablePointer<Float>, memory: UnsafeMutablePointer<Float>
    ) {
        let shape = tiling.shape
        let side = WinogradTransform.outputSide
        let (outHeight, outWidth) = (shape.outHeight, shape.outWidth)
        let columnStride = shape.outChannels
        let rowStride = outWidth * columnStride
        var tile = products
        for tileRow in tileRows {
            let firstRow = tileRow % tiling.tilesDown * side
            let rows = min(side, outHeight - firstRow)
            let image = output + tileRow / tiling.tilesDown * outHeight * outWidth * shape.outChannels
            for firstColumn in stride(from: 0, to: outWidth, by: side) {
                let columns = min(side, outWidth - firstColumn)
                let target = image + (firstRow * outWidth + firstColumn) * shape.outChannels
                forEachVector(in: channels) { channel, lanes in
                    let source = tile + channel - channels.lowerBound
                    let bias = bias.map { Vector($0 + channel, lanes: lanes) } ?? Vector()
                    WinogradTransform.apply(WinogradTransform.output, memory: memory) { i, j in
                        let position = i * WinogradTransform.inputSide + j
                        return Vector(source + position * matrices.positionStride, lanes: Vector.lanes)
                    } store: { i, j, value in
                        guard i < rows, j < columns else { return }
                        (value + bias).store(
                            to: target + i * rowStride + j * columnStride + channel, lanes: lanes)
                    }
                }
                tile += matrices.rowStride
            }
        }
    }
}
