internal import TensorKernels

/// What one pass over a batch works with.
struct Pass {
    let kernels: any Kernels.Type
    let pool: ThreadPool
    /// Rows of this batch, at most those that the workspace was planned for.
    let batch: Int
    /// Decides which values dropout keeps in this pass.
    let dropoutKey: UInt64
    let workspace: Workspace
    let parameters: UnsafeMutablePointer<Float>
    let gradients: UnsafeMutablePointer<Float>
    let statistics: UnsafeMutablePointer<Float>
}
