package import TensorKernelsInterface

extension SIMDKernels {
    package static func convolveFilterGradient(
        _ shape: ConvolutionShape,
        input: UnsafePointer<Float>, outputGradient: UnsafePointer<Float>,
        filterGradient: UnsafeMutablePointer<Float>, biasGradient: UnsafeMutablePointer<Float>,
        scratch: UnsafeMutablePointer<Float>, pool: ThreadPool
    ) {
        if shape.suitsWinograd {
            filterGradientByWinograd(
                shape, input: input, outputGradient: outputGradient, filterGradient: filterGradient,
                biasGradient: biasGradient, scratch: scratch, pool: pool)
        } else {
            filterGradientDirectly(
                shape, input: input, outputGradient: outputGradient, filterGradient: filterGradient,
                biasGradient: biasGradient, scratch: scratch, pool: pool)
        }
    }

    /// Each task computes a block of one kernel row's filters over the whole batch, one partial sum for each image.
    private static func filterGradientDirectly(
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
        pool.run(blocks.count) { task in
            let block = blocks[task]
            if block.kernelRow == 0, block.filterRows.lowerBound == 0 {
                sumColumns(
                    rows: shape.outHeight * shape.outWidth, groups: shape.batch, rowStride: shape.outChannels,
                    columns: block.channels, of: outputGradient, to: biasGradient)
            }
            addFilterGradients(
                shape, block: block, images: images, outputGradient: outputGradient, filterGradient: filterGradient)
        }
    }

    private static func addFilterGradients(
        _ shape: ConvolutionShape, block: FilterBlocks.Block, images: UnsafePointer<Float>,
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
        for image in 0..<shape.batch {
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
        panels = (shape.outChannels + TileProduct.panelColumns - 1) / TileProduct.panelColumns
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
