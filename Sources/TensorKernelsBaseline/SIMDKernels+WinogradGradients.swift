internal import TensorKernelsInterface

extension SIMDKernels {
    /// The gradients of filters and bias by Winograd's algorithm; `scratch` takes the sums of groups.
    static func filterGradientByWinograd(
        _ shape: ConvolutionShape,
        input: UnsafePointer<Float>, outputGradient: UnsafePointer<Float>,
        filterGradient: UnsafeMutablePointer<Float>, biasGradient: UnsafeMutablePointer<Float>,
        scratch: UnsafeMutablePointer<Float>, pool: ThreadPool
    ) {
        let gradient = WinogradFilterGradient(shape)
        pool.withWorkerMemory(gradient.workerCount) { workers in
            for worker in 0..<pool.threadCount { gradient.prepare(workers[worker]) }
            pool.run(gradient.taskCount) { task, worker in
                gradient.compute(
                    task: task, input: input, outputGradient: outputGradient, filterGradient: filterGradient,
                    biasGradient: biasGradient, scratch: scratch, memory: workers[worker])
            }
        }
        pool.run(gradient.sumTaskCount) { task in
            gradient.addSums(
                task: task, filterGradient: filterGradient, biasGradient: biasGradient, scratch: scratch)
        }
    }

    /// Floats of scratch memory that `gradientsByWinograd` needs.
    static func winogradGradientsCount(_ shape: ConvolutionShape) -> Int {
        WinogradFilterGradient(shape).scratchCount + WinogradFilters(transposing: shape).count
    }

    /// All three gradients by Winograd's algorithm, with half the waits that one after the other would take.
    ///
    /// While long tasks of the filter gradient are under way, free workers transform the filters for the input
    /// gradient; while its long tasks are, they add up the sums of the filter gradient.
    static func gradientsByWinograd(
        _ shape: ConvolutionShape,
        input: UnsafePointer<Float>, filters: UnsafePointer<Float>, outputGradient: UnsafePointer<Float>,
        filterGradient: UnsafeMutablePointer<Float>, biasGradient: UnsafeMutablePointer<Float>,
        inputGradient: UnsafeMutablePointer<Float>, scratch: UnsafeMutablePointer<Float>, pool: ThreadPool
    ) {
        let gradient = WinogradFilterGradient(shape)
        let transposed = WinogradFilters(transposing: shape)
        let convolution = WinogradConvolution(shape.transposed)
        let transformedFilters = scratch + gradient.scratchCount
        let workerCount = max(gradient.workerCount, transposed.workerCount, convolution.workerCount)
        pool.withWorkerMemory(workerCount) { workers in
            for worker in 0..<pool.threadCount { gradient.prepare(workers[worker]) }
            pool.run(gradient.taskCount, then: transposed.taskCount) { task, worker in
                gradient.compute(
                    task: task, input: input, outputGradient: outputGradient, filterGradient: filterGradient,
                    biasGradient: biasGradient, scratch: scratch, memory: workers[worker])
            } second: { task, worker in
                transposed.transform(filters, task: task, to: transformedFilters, memory: workers[worker])
            }
            pool.run(convolution.taskCount, then: gradient.sumTaskCount) { task, worker in
                convolution.compute(
                    task: task, input: outputGradient, filters: transformedFilters, bias: nil, output: inputGradient,
                    moments: nil, memory: workers[worker])
            } second: { task, _ in
                gradient.addSums(
                    task: task, filterGradient: filterGradient, biasGradient: biasGradient, scratch: scratch)
            }
        }
    }
}
