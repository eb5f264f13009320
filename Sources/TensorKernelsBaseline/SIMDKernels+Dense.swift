package import TensorKernelsInterface

extension SIMDKernels {
    /// Rows of the batch that a task takes on; more would push the weights that they share out of the cache.
    private static let rowsPerTask = 64

    /// Ranges of inputs that have a sum of their own; the sums are then added in their order.
    ///
    /// Their number depends on the layer alone, so that a row has the same result in any batch. The weights from a range
    /// to a panel of outputs stay in the nearest cache, although their rows lie far apart in memory.
    private static func inputRangeCount(_ inputs: Int) -> Int { max(1, min(8, inputs / 128)) }

    /// A small batch is cut by inputs: a worker thus reads the weights whose gradients it computes later, and mostly finds
    /// them in its own cache. For a large one the sums would take more memory than the weights.
    package static func dense(
        batch: Int, inputs: Int, outputs: Int,
        input: UnsafePointer<Float>, weights: UnsafePointer<Float>, bias: UnsafePointer<Float>,
        output: UnsafeMutablePointer<Float>, pool: ThreadPool
    ) {
        let compute = batch <= rowsPerTask && inputRangeCount(inputs) > 1 ? denseByInputs : denseByOutputs
        compute(batch, inputs, outputs, input, weights, bias, output, pool)
    }

    /// A task takes a range of inputs.
    private static func denseByInputs(
        batch: Int, inputs: Int, outputs: Int,
        input: UnsafePointer<Float>, weights: UnsafePointer<Float>, bias: UnsafePointer<Float>,
        output: UnsafeMutablePointer<Float>, pool: ThreadPool
    ) {
        let ranges = inputRangeCount(inputs)
        let count = batch * outputs
        pool.withScratch((ranges - 1) * count) { partials in
            pool.run(ranges) { task in
                let range = split(inputs, into: ranges, part: task)
                let product = TileProduct(
                    rows: batch, columns: outputs, depth: range.count,
                    leftDepthStride: 1, leftRowStride: inputs,
                    rightDepthStride: outputs, resultRowStride: outputs,
                    prefetchDistance: TileProduct.distanceOfFarRows)
                product.compute(
                    left: input + range.lowerBound, right: weights + range.lowerBound * outputs,
                    start: task == 0 ? bias : nil, result: task == 0 ? output : partials + (task - 1) * count)
            }
            pool.forEachChunk(of: count, chunk: 1024) { chunk in
                addPartials(ranges - 1, partials, stride: count, range: chunk, to: output)
            }
        }
    }

    /// A task takes a panel of outputs and some rows, so that each weight is read once for all of them.
    private static func denseByOutputs(
        batch: Int, inputs: Int, outputs: Int,
        input: UnsafePointer<Float>, weights: UnsafePointer<Float>, bias: UnsafePointer<Float>,
        output: UnsafeMutablePointer<Float>, pool: ThreadPool
    ) {
        let panels = TileProduct.panelCount(columns: outputs)
        let bands = (batch + rowsPerTask - 1) / rowsPerTask
        let ranges = inputRangeCount(inputs)
        pool.run(panels * bands) { task in
            let column = task / bands * TileProduct.panelColumns
            let rows = split(batch, into: bands, part: task % bands)
            var product = TileProduct(
                rows: rows.count, columns: min(TileProduct.panelColumns, outputs - column), depth: 0,
                leftDepthStride: 1, leftRowStride: inputs,
                rightDepthStride: outputs, resultRowStride: outputs)
            for part in 0..<ranges {
                let range = split(inputs, into: ranges, part: part)
                product.depth = range.count
                product.compute(
                    left: input + rows.lowerBound * inputs + range.lowerBound,
                    right: weights + range.lowerBound * outputs + column, start: part == 0 ? bias + column : nil,
                    result: output + rows.lowerBound * outputs + column)
                product.addsToResult = true
            }
        }
    }

    /// A task takes some inputs: the rows of weights, and of their gradient, that belong to them.
    package static func denseGradients(
        batch: Int, inputs: Int, outputs: Int,
        input: UnsafePointer<Float>, weights: UnsafePointer<Float>, outputGradient: UnsafePointer<Float>,
        weightGradient: UnsafeMutablePointer<Float>, biasGradient: UnsafeMutablePointer<Float>,
        inputGradient: UnsafeMutablePointer<Float>?, pool: ThreadPool
    ) {
        let inputsPerTask = 4 * TileProduct.tileRows
        let turned = TurnedInputGradient(batch: batch, inputs: inputs, outputs: outputs, inputsPerTask: inputsPerTask)
        let turnedCount = inputGradient == nil ? 0 : turned.sharedCount
        pool.withScratch(turnedCount, perWorker: turned.workerCount) { scratch, workers in
            if inputGradient != nil { turned.turn(outputGradient, to: scratch) }
            pool.forEachChunk(of: inputs, chunk: inputsPerTask) { range, worker in
                if range.lowerBound == 0 {
                    sumColumns(
                        rows: batch, groups: 1, rowStride: outputs, columns: 0..<outputs, of: outputGradient,
                        to: biasGradient)
                }
                if let inputGradient {
                    turned.compute(
                        range, weights: weights, outputGradient: scratch, to: inputGradient, memory: workers[worker])
                }
                let product = TileProduct(
                    rows: range.count, columns: outputs, depth: batch,
                    leftDepthStride: inputs, leftRowStride: 1,
                    rightDepthStride: outputs, resultRowStride: outputs)
                product.compute(
                    left: input + range.lowerBound, right: outputGradient,
                    result: weightGradient + range.lowerBound * outputs)
            }
        }
    }
}

/// The gradient with respect to the input of a dense layer, computed transposed, [inputs, batch]: the weights are the
/// larger matrix to turn.
private struct TurnedInputGradient {
    let batch: Int
    let inputs: Int
    let outputs: Int
    /// The most inputs whose gradients are computed at once.
    let inputsPerTask: Int

    /// The batch, padded to whole vectors: what is past its end is computed along and left behind.
    private var stride: Int { (batch + Vector.lanes - 1) / Vector.lanes * Vector.lanes }
    /// Floats of the turned output gradient.
    var sharedCount: Int { outputs * stride }
    /// Floats of memory that a worker needs.
    var workerCount: Int { inputsPerTask * stride }

    /// Writes [outputs, batch], with zeros past the end of the batch.
    func turn(_ outputGradient: UnsafePointer<Float>, to target: UnsafeMutablePointer<Float>) {
        target.update(repeating: 0, count: sharedCount)
        transpose(
            rows: batch, columns: outputs, from: outputGradient, rowStride: outputs, to: target, rowStride: stride)
    }

    /// Computes the gradients of inputs `range` from the turned `outputGradient`.
    func compute(
        _ range: Range<Int>, weights: UnsafePointer<Float>, outputGradient: UnsafePointer<Float>,
        to inputGradient: UnsafeMutablePointer<Float>, memory: UnsafeMutablePointer<Float>
    ) {
        let product = TileProduct(
            rows: range.count, columns: stride, depth: outputs,
            leftDepthStride: 1, leftRowStride: outputs,
            rightDepthStride: stride, resultRowStride: stride)
        product.compute(left: weights + range.lowerBound * outputs, right: outputGradient, result: memory)
        transpose(
            rows: range.count, columns: batch, from: memory, rowStride: stride, to: inputGradient + range.lowerBound,
            rowStride: inputs)
    }
}
