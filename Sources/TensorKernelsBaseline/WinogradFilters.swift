internal import TensorKernelsInterface

/// The filters of a convolution at each of Winograd's positions, [panel of out channels][position][in channel][out
/// channel]; a task transforms some of them.
struct WinogradFilters {
    let shape: ConvolutionShape

    init(_ shape: ConvolutionShape) {
        self.shape = shape
    }

    /// Floats of all panels.
    var count: Int { panels * matrices.count }
    /// The matrices of a panel.
    var matrices: WinogradMatrices {
        WinogradMatrices(rows: shape.inChannels, columns: TileProduct.panelColumns)
    }
    private var panels: Int { TileProduct.panelCount(columns: shape.outChannels) }
    private var chunksPerPanel: Int { (shape.inChannels + 15) / 16 }

    /// Number of tasks.
    var taskCount: Int { panels * chunksPerPanel }

    /// Transforms all `filters`.
    func transform(_ filters: UnsafePointer<Float>, to target: UnsafeMutablePointer<Float>, pool: ThreadPool) {
        pool.withWorkerMemory(WinogradTransform.memoryCount) { workers in
            pool.run(taskCount) { task, worker in
                transform(filters, task: task, to: target, memory: workers[worker])
            }
        }
    }

    /// Transforms those of task `task`; `memory` holds `WinogradTransform.memoryCount` floats.
    func transform(
        _ filters: UnsafePointer<Float>, task: Int, to target: UnsafeMutablePointer<Float>,
        memory: UnsafeMutablePointer<Float>
    ) {
        let tapStride = shape.inChannels * shape.outChannels
        let first = task / chunksPerPanel * TileProduct.panelColumns
        let channels = first..<min(shape.outChannels, first + TileProduct.panelColumns)
        let panel = target + task / chunksPerPanel * matrices.count
        let rows = split(shape.inChannels, into: chunksPerPanel, part: task % chunksPerPanel)
        // For the same reason as the outputs of `WinogradConvolution`.
        for position in 0..<WinogradTransform.positions {
            (panel + position * matrices.positionStride + rows.lowerBound * matrices.rowStride)
                .update(repeating: 0, count: rows.count * matrices.rowStride)
        }
        for inChannel in rows {
            let source = filters + inChannel * shape.outChannels
            let row = panel + inChannel * matrices.rowStride - first
            forEachVector(in: channels) { channel, lanes in
                WinogradTransform.apply(WinogradTransform.filter, memory: memory) { i, j in
                    Vector(source + (i * 3 + j) * tapStride + channel, lanes: lanes)
                } store: { i, j, value in
                    let position = i * WinogradTransform.inputSide + j
                    value.store(to: row + position * matrices.positionStride + channel, lanes: Vector.lanes)
                }
            }
        }
    }
}
