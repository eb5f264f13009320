internal import TensorKernelsInterface

/// The convolution of `shape` by Winograd's algorithm F(4×4, 3×3), cut into tasks; a task takes a block of tiles.
struct WinogradConvolution {
    private let shape: ConvolutionShape
    private let tiling: WinogradTiling
    private let inputs: WinogradMatrices
    private let products: WinogradMatrices
    private let bandCount: Int

    init(_ shape: ConvolutionShape) {
        self.shape = shape
        let tiling = WinogradTiling(shape, tilesPerBlock: WinogradTiling.tilesInCache)
        // Blocks are smaller where they would be few, but never lower than a register tile: one core may be slower than
        // another, which then waits for the last block.
        self.tiling =
            tiling.blockCount < 16 ? WinogradTiling(shape, tilesPerBlock: WinogradTiling.tilesInCache / 2) : tiling
        inputs = WinogradMatrices(rows: self.tiling.tilesOfLargestBlock, columns: shape.inChannels)
        products = WinogradMatrices(rows: self.tiling.tilesOfLargestBlock, columns: TileProduct.panelColumns)
        bandCount = tiling.inputBand.count(channels: shape.inChannels)
    }

    /// Number of tasks, and of parts in which moments are measured.
    var taskCount: Int { tiling.blockCount }
    /// Floats of memory that a worker needs.
    var workerCount: Int { WinogradTransform.memoryCount + inputs.count + products.count + bandCount }

    /// Computes the outputs of task `task` from transformed `filters`, and measures them for `moments`.
    func compute(
        task: Int, input: UnsafePointer<Float>, filters: UnsafePointer<Float>, bias: UnsafePointer<Float>?,
        output: UnsafeMutablePointer<Float>, moments: ChannelMoments?, memory: UnsafeMutablePointer<Float>
    ) {
        let values = memory + WinogradTransform.memoryCount
        let sums = values + inputs.count
        let tileRows = tiling.block(task)
        SIMDKernels.transformInputs(
            tiling, tileRows: tileRows, input, to: values, matrices: inputs, band: sums + products.count,
            memory: memory)
        // The outputs are written in small squares, each line of which the processor would have to wait for; zeros in
        // the order of memory bring the lines into the cache beforehand.
        let outputs = tiling.outputs(of: tileRows)
        (output + outputs.lowerBound).update(repeating: 0, count: outputs.count)
        for channel in stride(from: 0, to: shape.outChannels, by: TileProduct.panelColumns) {
            let channels = channel..<min(shape.outChannels, channel + TileProduct.panelColumns)
            let matrices = WinogradMatrices(rows: inputs.rows, columns: channels.count)
            SIMDKernels.multiply(
                shape, tiles: tileRows.count * tiling.tilesAcross, channels: channels, inputs: values,
                inputMatrices: inputs, filters: filters, products: sums, productMatrices: matrices)
            transformOutputs(
                tileRows: tileRows, channels: channels, sums, matrices: matrices, bias: bias, to: output,
                memory: memory)
        }
        moments?.measure(outputs.count / shape.outChannels, of: output + outputs.lowerBound, asPart: task)
    }

    /// Interpolates a block's outputs in `channels` and adds the bias.
    private func transformOutputs(
        tileRows: Range<Int>, channels: Range<Int>, _ products: UnsafePointer<Float>,
        matrices: WinogradMatrices, bias: UnsafePointer<Float>?, to output: UnsafeMutablePointer<Float>,
        memory: UnsafeMutablePointer<Float>
    ) {
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
