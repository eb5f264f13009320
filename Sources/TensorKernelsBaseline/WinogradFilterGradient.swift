internal import TensorKernelsInterface

/// How a filter gradient is cut: blocks of tiles that are transformed together, groups of blocks that have sums of their
/// own, and panels of out channels.
///
/// The number of groups follows from the shape alone, so that the sums have the same order at any number of threads.
private struct WinogradGroups {
    let tiling: WinogradTiling
    let count: Int
    let panelCount: Int
    /// Tasks that share a group: where it is a single block, they need its transformed inputs alone, which a worker keeps
    /// from one task to the next.
    let tasksPerGroup: Int

    init(_ shape: ConvolutionShape) {
        // The values of a block at all positions, some 300 KB, stay in the second-level cache.
        tiling = WinogradTiling(shape, tilesPerBlock: max(16, min(64, 2048 / shape.inChannels)))
        count = min(8, tiling.blockCount)
        panelCount = TileProduct.panelCount(columns: shape.outChannels)
        tasksPerGroup = count == tiling.blockCount ? panelCount : 1
    }

    /// The blocks of group `index`.
    subscript(index: Int) -> Range<Int> { split(tiling.blockCount, into: count, part: index) }
}

/// The gradients of filters and bias by Winograd's algorithm F(3×3, 4×4), cut into tasks; a task takes panels of a group.
///
/// Seen from its filter, a convolution's gradient is a convolution too: the tile of 4 × 4 output gradients slides
/// over the tile of 6 × 6 inputs and meets it at 3 × 3 places. The products at a position are summed over tiles.
struct WinogradFilterGradient {
    private let shape: ConvolutionShape
    private let groups: WinogradGroups
    private let workspace: WinogradGradientWorkspace

    init(_ shape: ConvolutionShape) {
        self.shape = shape
        groups = WinogradGroups(shape)
        workspace = WinogradGradientWorkspace(groups.tiling)
    }

    /// Floats of scratch memory for the sums of every group but the first.
    var scratchCount: Int { max(0, groups.count - 1) * sumStride }
    /// Floats of memory that a worker needs.
    var workerCount: Int { workspace.count }
    /// Tasks that compute the sums of groups.
    var taskCount: Int { groups.count * groups.tasksPerGroup }
    /// Tasks that add the sums up when all of them are there.
    var sumTaskCount: Int { (shape.filterCount + filtersPerSumTask - 1) / filtersPerSumTask }

    private let filtersPerSumTask = 4096
    private var sumStride: Int { shape.filterCount + shape.outChannels }

    /// Makes a worker's memory ready for its first task.
    func prepare(_ memory: UnsafeMutablePointer<Float>) {
        workspace.setTransformedBlock(nil, memory)
    }

    /// Computes the sums of task `task`.
    func compute(
        task: Int, input: UnsafePointer<Float>, outputGradient: UnsafePointer<Float>,
        filterGradient: UnsafeMutablePointer<Float>, biasGradient: UnsafeMutablePointer<Float>,
        scratch: UnsafeMutablePointer<Float>, memory: UnsafeMutablePointer<Float>
    ) {
        let group = task / groups.tasksPerGroup
        let panels = split(groups.panelCount, into: groups.tasksPerGroup, part: task % groups.tasksPerGroup)
        let partial = scratch + (group - 1) * sumStride
        for block in groups[group] {
            addGradients(
                of: block, panels: panels, isFirst: block == groups[group].lowerBound,
                input: input, outputGradient: outputGradient,
                filterGradient: group == 0 ? filterGradient : partial,
                biasGradient: group == 0 ? biasGradient : partial + shape.filterCount,
                memory: memory)
        }
    }

    /// Adds up the sums of some filters, and in task 0 those of the bias.
    func addSums(
        task: Int, filterGradient: UnsafeMutablePointer<Float>, biasGradient: UnsafeMutablePointer<Float>,
        scratch: UnsafePointer<Float>
    ) {
        let first = task * filtersPerSumTask
        SIMDKernels.addPartials(
            groups.count - 1, scratch, stride: sumStride,
            range: first..<min(shape.filterCount, first + filtersPerSumTask), to: filterGradient)
        guard task == 0 else { return }
        SIMDKernels.addPartials(
            groups.count - 1, scratch + shape.filterCount, stride: sumStride, range: 0..<shape.outChannels,
            to: biasGradient)
    }

    /// Adds the gradients of the filters of some panels from one block.
    private func addGradients(
        of block: Int, panels: Range<Int>, isFirst: Bool,
        input: UnsafePointer<Float>, outputGradient: UnsafePointer<Float>,
        filterGradient: UnsafeMutablePointer<Float>, biasGradient: UnsafeMutablePointer<Float>,
        memory: UnsafeMutablePointer<Float>
    ) {
        let tiling = workspace.tiling
        let tileRows = tiling.block(block)
        let band = memory + WinogradTransform.memoryCount
        let inputs = band + workspace.bandCount
        let gradients = inputs + workspace.inputs.count
        let sums = gradients + workspace.gradients.count
        if workspace.transformedBlock(memory) != block {
            SIMDKernels.transformInputs(
                tiling, tileRows: tileRows, input, to: inputs, matrices: workspace.inputs, band: band, memory: memory)
            workspace.setTransformedBlock(block, memory)
        }
        for panel in panels {
            let channel = panel * TileProduct.panelColumns
            let channels = channel..<min(shape.outChannels, channel + TileProduct.panelColumns)
            transformGradients(
                tileRows: tileRows, channels: channels, isFirst: isFirst, outputGradient, to: gradients,
                biasGradient: biasGradient, band: band, memory: memory)
            let product = TileProduct(
                rows: shape.inChannels,
                columns: (channels.count + Vector.lanes - 1) / Vector.lanes * Vector.lanes,
                depth: tileRows.count * tiling.tilesAcross,
                leftDepthStride: workspace.inputs.rowStride, leftRowStride: 1,
                rightDepthStride: workspace.gradients.rowStride, resultRowStride: workspace.sums.rowStride)
            for position in 0..<WinogradTransform.positions {
                product.compute(
                    left: inputs + position * workspace.inputs.positionStride,
                    right: gradients + position * workspace.gradients.positionStride,
                    result: sums + position * workspace.sums.positionStride)
            }
            interpolate(sums, channels: channels, isFirst: isFirst, to: filterGradient, memory: memory)
        }
    }

    /// Writes the values of a block's output gradients at each position, [position][tile][out channel of the panel].
    private func transformGradients(
        tileRows: Range<Int>, channels: Range<Int>, isFirst: Bool, _ outputGradient: UnsafePointer<Float>,
        to target: UnsafeMutablePointer<Float>, biasGradient: UnsafeMutablePointer<Float>,
        band: UnsafeMutablePointer<Float>, memory: UnsafeMutablePointer<Float>
    ) {
        let tiling = workspace.tiling
        let layout = tiling.outputBand
        let rowStride = layout.rowStride(channels: channels.count)
        let columnStride = layout.columnStride(channels: channels.count)
        let count = layout.count(channels: channels.count)
        let matrices = workspace.gradients
        band.update(repeating: 0, count: count)
        if isFirst { (biasGradient + channels.lowerBound).update(repeating: 0, count: channels.count) }
        var row = target
        for tileRow in tileRows {
            layout.copy(tileRow: tileRow, channels: channels, of: outputGradient, to: band)
            forEachVector(in: channels) { channel, lanes in
                let sum = sumRows(
                    count / columnStride, of: band + channel - channels.lowerBound, stride: columnStride,
                    lanes: Vector.lanes)
                (Vector(biasGradient + channel, lanes: lanes) + sum).store(to: biasGradient + channel, lanes: lanes)
            }
            for tile in 0..<tiling.tilesAcross {
                let source = band + tile * WinogradTransform.outputSide * columnStride
                for channel in stride(from: 0, to: columnStride, by: Vector.lanes) {
                    WinogradTransform.apply(WinogradTransform.outputGradient, memory: memory) { i, j in
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

    /// Turns the sums at each position into the gradients of filters to `channels`.
    private func interpolate(
        _ sums: UnsafePointer<Float>, channels: Range<Int>, isFirst: Bool,
        to filterGradient: UnsafeMutablePointer<Float>, memory: UnsafeMutablePointer<Float>
    ) {
        let tapStride = shape.inChannels * shape.outChannels
        let positionStride = workspace.sums.positionStride
        for inChannel in 0..<shape.inChannels {
            forEachVector(in: channels) { channel, lanes in
                let source = sums + inChannel * workspace.sums.rowStride + channel - channels.lowerBound
                let target = filterGradient + inChannel * shape.outChannels + channel
                WinogradTransform.apply(WinogradTransform.filterGradient, memory: memory) { i, j in
                    let position = i * WinogradTransform.inputSide + j
                    return Vector(source + position * positionStride, lanes: Vector.lanes)
                } store: { i, j, value in
                    let element = target + (i * 3 + j) * tapStride
                    let sum = isFirst ? value : Vector(element, lanes: lanes) + value
                    sum.store(to: element, lanes: lanes)
                }
            }
        }
    }
}

/// The memory that a worker needs for the gradients of a block.
private struct WinogradGradientWorkspace {
    let tiling: WinogradTiling
    let inputs: WinogradMatrices
    let gradients: WinogradMatrices
    let sums: WinogradMatrices
    let bandCount: Int

    init(_ tiling: WinogradTiling) {
        self.tiling = tiling
        let shape = tiling.shape
        let tiles = tiling.tilesOfLargestBlock
        inputs = WinogradMatrices(rows: tiles, columns: shape.inChannels)
        gradients = WinogradMatrices(rows: tiles, columns: TileProduct.panelColumns)
        sums = WinogradMatrices(rows: shape.inChannels, columns: TileProduct.panelColumns)
        bandCount = max(
            tiling.inputBand.count(channels: shape.inChannels),
            tiling.outputBand.count(channels: TileProduct.panelColumns))
    }

    /// Floats of a worker's memory; the last line of it tells whose inputs lie there.
    var count: Int { transformedBlockOffset + 16 }
    private var transformedBlockOffset: Int {
        WinogradTransform.memoryCount + bandCount + inputs.count + gradients.count + sums.count
    }

    /// The block whose transformed inputs are in a worker's memory; nil where there are none.
    func transformedBlock(_ memory: UnsafeMutablePointer<Float>) -> Int? {
        let block = UnsafeRawPointer(memory + transformedBlockOffset).loadUnaligned(as: Int.self)
        return block < 0 ? nil : block
    }

    func setTransformedBlock(_ block: Int?, _ memory: UnsafeMutablePointer<Float>) {
        UnsafeMutableRawPointer(memory + transformedBlockOffset).storeBytes(of: block ?? -1, as: Int.self)
    }
}
