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
        WinogradFilterGradient(shape).scratchCount + WinogradFilters(shape.transposed).count
    }

    /// All three gradients by Winograd's algorithm, with half the waits that one after the other would take.
    ///
    /// While long tasks of the filter gradient are under way, free workers transform the filters for the input
    /// gradient; while its long tasks are, they add up the sums of the filter gradient.
    static func gradientsByWinograd(
        _ shape: ConvolutionShape,
        input: UnsafePointer<Float>, outputGradient: UnsafePointer<Float>, turnedFilters: UnsafePointer<Float>,
        filterGradient: UnsafeMutablePointer<Float>, biasGradient: UnsafeMutablePointer<Float>,
        inputGradient: UnsafeMutablePointer<Float>, scratch: UnsafeMutablePointer<Float>, pool: ThreadPool
    ) {
        let gradient = WinogradFilterGradient(shape)
        let filters = WinogradFilters(shape.transposed)
        let convolution = WinogradConvolution(shape.transposed)
        let transformed = scratch + gradient.scratchCount
        let workerCount = max(gradient.workerCount, convolution.workerCount)
        pool.withWorkerMemory(workerCount) { workers in
            for worker in 0..<pool.threadCount { gradient.prepare(workers[worker]) }
            pool.run(gradient.taskCount, then: filters.taskCount) { task, worker in
                gradient.compute(
                    task: task, input: input, outputGradient: outputGradient, filterGradient: filterGradient,
                    biasGradient: biasGradient, scratch: scratch, memory: workers[worker])
            } second: { task, worker in
                filters.transform(turnedFilters, task: task, to: transformed, memory: workers[worker])
            }
            pool.run(convolution.taskCount, then: gradient.sumTaskCount) { task, worker in
                convolution.compute(
                    task: task, input: outputGradient, filters: transformed, bias: nil, output: inputGradient,
                    moments: nil, memory: workers[worker])
            } second: { task, _ in
                gradient.addSums(
                    task: task, filterGradient: filterGradient, biasGradient: biasGradient, scratch: scratch)
            }
        }
    }
}
