internal import Foundation
package import TensorKernels

/// Where networks are computed: a pool of threads and the kernels that they run.
package struct ComputeDevice: Sendable {
    /// The threads, shared by all networks on the device.
    package let pool: ThreadPool
    /// The numeric functions that run on them.
    package let kernels: any Kernels.Type

    /// Threads that work, the caller's included.
    package var threads: Int { pool.threadCount }
    /// The instruction set of the kernels.
    package var variant: KernelVariant { kernels.variant }

    /// Takes all cores and the fastest kernels of this machine where nothing else is said.
    ///
    /// Throws where the machine cannot run `variant`, or where the environment asks for kernels that do not exist.
    package init(threads: Int? = nil, variant: KernelVariant? = nil) throws(KernelVariantError) {
        let variant = if let variant { variant } else { try KernelVariant.preferred() }
        kernels = try variant.kernels()
        pool = ThreadPool(threads: threads ?? ProcessInfo.processInfo.activeProcessorCount)
    }
}
