internal import TensorKernelsInterface

extension SIMDKernels {
    /// Convolution, ReLU and pooling by Winograd's algorithm: a tile of 4 × 4 outputs holds whole windows.
    ///
    /// A task takes a block of tiles and some panels of channels: of a single image there are too few tiles to keep
    /// several threads busy.
    static func inferByWinograd(
        _ shape: ConvolutionShape, window: Int, input: UnsafePointer<Float>, filters: UnsafePointer<Float>,
        bias: UnsafePointer<Float>, output: UnsafeMutablePointer<Float>, pool: ThreadPool
    ) {
        let side = WinogradTransform.outputSide
        let tilesPerImage = (shape.outHeight + side - 1) / side * ((shape.outWidth + side - 1) / side)
        let tiling = WinogradTiling(
            shape, tilesPerBlock: shape.batch * tilesPerImage < 64 ? 4 : WinogradTiling.tilesInCache)
        let panels = TileProduct.panelCount(columns: shape.outChannels)
        let groups = max(1, min(panels, 4 / tiling.blockCount))
        let tiles = tiling.tilesOfLargestBlock
        let inputs = WinogradMatrices(rows: tiles, columns: shape.inChannels)
        let products = WinogradMatrices(rows: tiles, columns: TileProduct.panelColumns)
        let bandCount = tiling.inputBand.count(channels: shape.inChannels)
        let workerCount = WinogradTransform.memoryCount + inputs.count + products.count + bandCount
        pool.withWorkerMemory(workerCount) { workers in
            pool.run(tiling.blockCount * groups) { task, worker in
                let memory = workers[worker]
                let values = memory + WinogradTransform.memoryCount
                let sums = values + inputs.count
                let tileRows = tiling.block(task / groups)
                transformInputs(
                    tiling, tileRows: tileRows, input, to: values, matrices: inputs,
                    band: sums + products.count, memory: memory)
                for panel in split(panels, into: groups, part: task % groups) {
                    let first = panel * TileProduct.panelColumns
                    let channels = first..<min(shape.outChannels, first + TileProduct.panelColumns)
                    let matrices = WinogradMatrices(rows: tiles, columns: channels.count)
                    multiply(
                        shape, tiles: tileRows.count * tiling.tilesAcross, channels: channels,
                        inputs: values, inputMatrices: inputs, filters: filters, products: sums,
                        productMatrices: matrices)
                    rectifyAndPoolOutputs(
                        tiling, tileRows: tileRows, channels: channels, window: window, sums, matrices: matrices,
                        bias: bias, to: output, memory: memory)
                }
            }
        }
    }

    /// Interpolates a block's outputs in `channels`, adds the bias, and writes the rectified greatest of each window.
    private static func rectifyAndPoolOutputs(
        _ tiling: WinogradTiling, tileRows: Range<Int>, channels: Range<Int>, window: Int,
        _ products: UnsafePointer<Float>, matrices: WinogradMatrices, bias: UnsafePointer<Float>,
        to output: UnsafeMutablePointer<Float>, memory: UnsafeMutablePointer<Float>
    ) {
        let shape = tiling.shape
        let side = WinogradTransform.outputSide
        let lanes = Vector.lanes
        let (height, width) = (shape.outHeight / window, shape.outWidth / window)
        let square = memory + WinogradTransform.positions * lanes
        var tile = products
        for tileRow in tileRows {
            let firstRow = tileRow % tiling.tilesDown * side / window
            let rows = min(side / window, height - firstRow)
            let image = output + tileRow / tiling.tilesDown * height * width * shape.outChannels
            for tileColumn in 0..<tiling.tilesAcross {
                let firstColumn = tileColumn * side / window
                let columns = min(side / window, width - firstColumn)
                let target = image + (firstRow * width + firstColumn) * shape.outChannels
                forEachVector(in: channels) { channel, lanes in
                    let source = tile + channel - channels.lowerBound
                    WinogradTransform.apply(WinogradTransform.output, memory: memory) { i, j in
                        let position = i * WinogradTransform.inputSide + j
                        return Vector(source + position * matrices.positionStride, lanes: Vector.lanes)
                    } store: { i, j, value in
                        value.store(to: square + (i * side + j) * Vector.lanes, lanes: Vector.lanes)
                    }
                    let bias = Vector(bias + channel, lanes: lanes)
                    func value(_ row: Int, _ column: Int) -> Vector {
                        Vector(square + (row * side + column) * Vector.lanes, lanes: Vector.lanes)
                    }
                    for row in 0..<max(0, rows) {
                        for column in 0..<max(0, columns) {
                            let (i, j) = (row * window, column * window)
                            var greatest = value(i, j)
                            if window == 2 {
                                greatest = greater(greatest, value(i, j + 1))
                                greatest = greater(greatest, greater(value(i + 1, j), value(i + 1, j + 1)))
                            }
                            rectified(greatest + bias).store(
                                to: target + (row * width + column) * shape.outChannels + channel, lanes: lanes)
                        }
                    }
                }
                tile += matrices.rowStride
            }
        }
    }
}
