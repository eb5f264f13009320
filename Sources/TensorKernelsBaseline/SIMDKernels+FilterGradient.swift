internal import TensorKernelsInterface

extension SIMDKernels {
    /// Floats of scratch memory that `filterGradientDirectly` needs: padded images, and sums of all groups but the first.
    static func directGradientCount(_ shape: ConvolutionShape) -> Int {
        shape.paddedInput.count * shape.batch + (imageGroups(shape) - 1) * (shape.filterCount + shape.outChannels)
    }

    /// Groups of images that have sums of their own, where the filters alone are cut into few blocks.
    private static func imageGroups(_ shape: ConvolutionShape) -> Int {
        max(1, min(shape.batch / 4, 16 / FilterBlocks(shape).count))
    }

    /// Each task computes a block of one kernel row's filters over a group of images, one partial sum for each image.
    static func filterGradientDirectly(
        _ shape: ConvolutionShape,
        input: UnsafePointer<Float>, outputGradient: UnsafePointer<Float>,
        filterGradient: UnsafeMutablePointer<Float>, biasGradient: UnsafeMutablePointer<Float>,
        scratch: UnsafeMutablePointer<Float>, pool: ThreadPool
    ) {
        let layout = shape.paddedInput
        var images = input
        if layout.padding > 0 {
            let imageStride = shape.height * shape.width * shape.inChannels
            pool.run(shape.batch) { image in
                layout.copy(
                    input + image * imageStride, rows: 0..<shape.height, to: scratch + image * layout.count)
            }
            images = UnsafePointer(scratch)
        }

        let blocks = FilterBlocks(shape)
        let groups = imageGroups(shape)
        let partials = scratch + shape.batch * layout.count
        let stride = shape.filterCount + shape.outChannels
        pool.run(blocks.count * groups) { task in
            let block = blocks[task % blocks.count]
            let group = task / blocks.count
            let partial = partials + (group - 1) * stride
            let batch = split(shape.batch, into: groups, part: group)
            if block.kernelRow == 0, block.filterRows.lowerBound == 0 {
                let rows = shape.outHeight * shape.outWidth
                sumColumns(
                    rows: rows, groups: batch.count, rowStride: shape.outChannels, columns: block.channels,
                    of: outputGradient + batch.lowerBound * rows * shape.outChannels,
                    to: group == 0 ? biasGradient : partial + shape.filterCount)
            }
            addFilterGradients(
                shape, block: block, of: batch, images: images, outputGradient: outputGradient,
                filterGradient: group == 0 ? filterGradient : partial)
        }
        addPartials(groups - 1, partials, stride: stride, range: 0..<shape.filterCount, to: filterGradient)
        addPartials(
            groups - 1, partials + shape.filterCount, stride: stride, range: 0..<shape.outChannels, to: biasGradient)
    }

    /// Adds `count` partial sums, one after the other, to what `sums` holds.
    static func addPartials(
        _ count: Int, _ partials: UnsafePointer<Float>, stride: Int, range: Range<Int>,
        to sums: UnsafeMutablePointer<Float>
    ) {
        guard count > 0 else { return }
        forEachVector(in: range) { index, lanes in
            var sum = Vector(sums + index, lanes: lanes)
            for partial in 0..<count {
                sum = sum + Vector(partials + partial * stride + index, lanes: lanes)
            }
            sum.store(to: sums + index, lanes: lanes)
        }
    }

    private static func addFilterGradients(
        _ shape: ConvolutionShape, block: FilterBlocks.Block, of batch: Range<Int>, images: UnsafePointer<Float>,
        outputGradient: UnsafePointer<Float>, filterGradient: UnsafeMutablePointer<Float>
    ) {
        let layout = shape.paddedInput
        let outRowStride = shape.outWidth * shape.outChannels
        let filterRow = block.kernelRow * shape.kernelWidth * shape.inChannels + block.filterRows.lowerBound
        let target = filterGradient + filterRow * shape.outChannels + block.channels.lowerBound
        let outRows = shape.outputRows(ofKernelRow: block.kernelRow)
        let firstInputRow = outRows.lowerBound + block.kernelRow - shape.paddingRows
        var product = TileProduct(
            rows: block.filterRows.count, columns: block.channels.count,
            segments: outRows.count, depth: shape.outWidth,
            leftSegmentStride: layout.rowStride, leftDepthStride: shape.inChannels, leftRowStride: 1,
            rightSegmentStride: outRowStride, rightDepthStride: shape.outChannels,
            resultRowStride: shape.outChannels)
        for image in batch {
            let row = image * shape.outHeight + outRows.lowerBound
            product.compute(
                left: images + image * layout.count + firstInputRow * layout.rowStride + block.filterRows.lowerBound,
                right: outputGradient + row * outRowStride + block.channels.lowerBound,
                result: target)
            product.addsToResult = true
        }
    }
}

/// The filters of a convolution, [kernel row][kernel column × in channel][out channel], cut into blocks for tasks.
private struct FilterBlocks {
    struct Block {
        var kernelRow: Int
        var filterRows: Range<Int>
        var channels: Range<Int>
    }

    private let shape: ConvolutionShape
    private let rowBlocks: Int
    private let panels: Int

    init(_ shape: ConvolutionShape) {
        self.shape = shape
        let rows = shape.kernelWidth * shape.inChannels
        // Four tiles share the gradients that a task reads for them.
        rowBlocks = max(1, rows / (4 * TileProduct.tileRows))
        panels = TileProduct.panelCount(columns: shape.outChannels)
    }

    var count: Int { shape.kernelHeight * rowBlocks * panels }

    subscript(index: Int) -> Block {
        let panel = index % panels * TileProduct.panelColumns
        return Block(
            kernelRow: index / panels / rowBlocks,
            filterRows: split(
                shape.kernelWidth * shape.inChannels, into: rowBlocks, part: index / panels % rowBlocks),
            channels: panel..<min(shape.outChannels, panel + TileProduct.panelColumns))
    }
}
