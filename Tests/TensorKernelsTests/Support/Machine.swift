import TensorKernels

/// The variants of this machine that are checked against the plain one.
let fastVariants = KernelVariant.available.filter { $0 != .plain }

/// Numbers of threads at which results have to be the same to the last bit.
let threadCounts = [1, 2, 3, 8]

/// Whether `compute` returns the same bits at every number of threads.
func isIndependentOfThreads(_ compute: (ThreadPool) -> [[Float]]) -> Bool {
    let results = threadCounts.map { threads in
        compute(ThreadPool(threads: threads)).map { $0.map(\.bitPattern) }
    }
    return results.allSatisfy { $0 == results[0] }
}
