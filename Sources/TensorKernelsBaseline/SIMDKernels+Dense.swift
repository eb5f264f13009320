package import TensorKernelsInterface

extension SIMDKernels {
    /// Rows of the batch that a task takes on; more would push the weights that they share out of the cache.
    private static let rowsPerTask = 64

    /// Weights of an output that are multiplied with all rows before the next ones are read: a panel of them stays in the
    /// nearest cache, although its rows lie far apart in memory.
    private static let depthPerPass = 64

    /// One product; a task takes a panel of outputs, so that each weight is read once.
    package static func dense(
        batch: Int, inputs: Int, outputs: Int,
        input: UnsafePointer<Float>, weights: UnsafePointer<Float>, bias: UnsafePointer<Float>,
        output: UnsafeMutablePointer<Float>, pool: ThreadPool
    ) {
        let panels = (outputs + TileProduct.panelColumns - 1) / TileProduct.panelColumns
        let bands = (batch + rowsPerTask - 1) / rowsPerTask
        pool.run(panels * bands) { task in
            let column = task / bands * TileProduct.panelColumns
            let rows = split(batch, into: bands, part: task % bands)
            var product = TileProduct(
                rows: rows.count, columns: min(TileProduct.panelColumns, outputs - column), depth: 0,
                leftDepthStride: 1, leftRowStride: inputs,
                rightDepthStride: outputs, resultRowStride: outputs)
            for first in stride(from: 0, to: inputs, by: depthPerPass) {
                product.depth = min(depthPerPass, inputs - first)
                product.compute(
                    left: input + rows.lowerBound * inputs + first, right: weights + first * outputs + column,
                    start: first == 0 ? bias + column : nil,
                    result: output + rows.lowerBound * outputs + column)
                product.addsToResult = true
            }
        }
    }

    /// The product is computed transposed, [inputs, batch], because the weights are the larger matrix to turn.
    package static func denseInputGradient(
        batch: Int, inputs: Int, outputs: Int,
        outputGradient: UnsafePointer<Float>, weights: UnsafePointer<Float>,
        inputGradient: UnsafeMutablePointer<Float>, pool: ThreadPool
    ) {
        let stride = (batch + Vector.lanes - 1) / Vector.lanes * Vector.lanes
        let tile = TileProduct.tileRows
        pool.withScratch(outputs * stride + pool.threadCount * tile * stride) { scratch in
            // The columns past the batch are computed along and left behind; zeros keep them harmless.
            scratch.update(repeating: 0, count: outputs * stride)
            transpose(
                rows: batch, columns: outputs, from: outputGradient, rowStride: outputs,
                to: scratch, rowStride: stride)
            let tasks = (inputs + 4 * tile - 1) / (4 * tile)
            pool.run(tasks) { task, worker in
                let turned = scratch + outputs * stride + worker * tile * stride
                for first in Swift.stride(from: task * 4 * tile, to: min(inputs, (task + 1) * 4 * tile), by: tile) {
                    let rows = min(tile, inputs - first)
                    let product = TileProduct(
                        rows: rows, columns: stride, depth: outputs,
                        leftDepthStride: 1, leftRowStride: outputs,
                        rightDepthStride: stride, resultRowStride: stride)
                    product.compute(left: weights + first * outputs, right: scratch, result: turned)
                    transpose(
                        rows: rows, columns: batch, from: turned, rowStride: stride,
                        to: inputGradient + first, rowStride: inputs)
                }
            }
        }
    }

    /// One product over the batch; a task takes some rows of the weights.
    package static func denseWeightGradient(
        batch: Int, inputs: Int, outputs: Int,
        input: UnsafePointer<Float>, outputGradient: UnsafePointer<Float>,
        weightGradient: UnsafeMutablePointer<Float>, biasGradient: UnsafeMutablePointer<Float>, pool: ThreadPool
    ) {
        let blocks = (inputs + rowsPerTask - 1) / rowsPerTask
        pool.run(blocks) { task in
            if task == 0 {
                sumColumns(
                    rows: batch, groups: 1, rowStride: outputs, columns: 0..<outputs, of: outputGradient,
                    to: biasGradient)
            }
            let rows = split(inputs, into: blocks, part: task)
            let product = TileProduct(
                rows: rows.count, columns: outputs, depth: batch,
                leftDepthStride: inputs, leftRowStride: 1,
                rightDepthStride: outputs, resultRowStride: outputs)
            product.compute(
                left: input + rows.lowerBound, right: outputGradient,
                result: weightGradient + rows.lowerBound * outputs)
        }
    }
}
