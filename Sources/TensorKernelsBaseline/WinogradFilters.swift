internal import TensorKernelsInterface

/// The filters of a convolution at each of Winograd's positions, [panel of out channels][position][in channel][out
/// channel]; a task transforms some of them.
struct WinogradFilters {
    let shape: ConvolutionShape
    /// Whether the filters that `transform` reads are those of the convolution that this one is the transposed of: they
    /// are turned by 180°, and their channels exchanged.
    private let areTransposed: Bool

    /// The filters of `shape`.
    init(_ shape: ConvolutionShape) {
        self.shape = shape
        areTransposed = false
    }

    /// The filters of the transposed of `shape`, from those of `shape`.
    init(transposing shape: ConvolutionShape) {
        self.shape = shape.transposed
        areTransposed = true
    }

    /// Floats of all panels.
    var count: Int { panels * matrices.count }
    /// The matrices of a panel.
    var matrices: WinogradMatrices {
        WinogradMatrices(rows: shape.inChannels, columns: TileProduct.panelColumns)
    }
    private var panels: Int { TileProduct.panelCount(columns: shape.outChannels) }
    private var chunksPerPanel: Int { (shape.inChannels + rowsPerTask - 1) / rowsPerTask }

    private let rowsPerTask = 16
    private let taps = 9

    /// Number of tasks.
    var taskCount: Int { panels * chunksPerPanel }
    /// Floats of memory that a worker needs.
    var workerCount: Int {
        WinogradTransform.memoryCount + (areTransposed ? taps * rowsPerTask * TileProduct.panelColumns : 0)
    }

    /// Transforms all `filters`.
    func transform(_ filters: UnsafePointer<Float>, to target: UnsafeMutablePointer<Float>, pool: ThreadPool) {
        pool.withWorkerMemory(workerCount) { workers in
            pool.run(taskCount) { task, worker in
                transform(filters, task: task, to: target, memory: workers[worker])
            }
        }
    }

    /// Transforms those of task `task`; `memory` holds `workerCount` floats.
    func transform(
        _ filters: UnsafePointer<Float>, task: Int, to target: UnsafeMutablePointer<Float>,
        memory: UnsafeMutablePointer<Float>
    ) {
        let first = task / chunksPerPanel * TileProduct.panelColumns
        let channels = first..<min(shape.outChannels, first + TileProduct.panelColumns)
        let panel = target + task / chunksPerPanel * matrices.count
        let rows = split(shape.inChannels, into: chunksPerPanel, part: task % chunksPerPanel)
        let source =
            areTransposed
            ? transposed(filters, rows: rows, channels: channels, memory: memory + WinogradTransform.memoryCount)
            : Source(
                first: filters + rows.lowerBound * shape.outChannels + first,
                tapStride: shape.inChannels * shape.outChannels, rowStride: shape.outChannels)
        // For the same reason as the outputs of `WinogradConvolution`.
        for position in 0..<WinogradTransform.positions {
            (panel + position * matrices.positionStride + rows.lowerBound * matrices.rowStride)
                .update(repeating: 0, count: rows.count * matrices.rowStride)
        }
        for row in 0..<rows.count {
            let taps = source.first + row * source.rowStride
            let target = panel + (rows.lowerBound + row) * matrices.rowStride
            forEachVector(in: 0..<channels.count) { channel, lanes in
                WinogradTransform.apply(WinogradTransform.filter, memory: memory) { i, j in
                    Vector(taps + (i * 3 + j) * source.tapStride + channel, lanes: lanes)
                } store: { i, j, value in
                    let position = i * WinogradTransform.inputSide + j
                    value.store(to: target + position * matrices.positionStride + channel, lanes: Vector.lanes)
                }
            }
        }
    }

    /// Where filters lie; out channels side by side.
    private struct Source {
        let first: UnsafePointer<Float>
        let tapStride: Int
        /// Floats from one in channel to the next.
        let rowStride: Int
    }

    /// Writes to `memory` the filters from in channels `rows` to out channels `channels`.
    private func transposed(
        _ filters: UnsafePointer<Float>, rows: Range<Int>, channels: Range<Int>, memory: UnsafeMutablePointer<Float>
    ) -> Source {
        let blockCount = rows.count * channels.count
        for tap in 0..<taps {
            transpose(
                rows: channels.count, columns: rows.count,
                from: filters + ((taps - 1 - tap) * shape.outChannels + channels.lowerBound) * shape.inChannels
                    + rows.lowerBound,
                rowStride: shape.inChannels, to: memory + tap * blockCount, rowStride: channels.count)
        }
        return Source(first: memory, tapStride: blockCount, rowStride: channels.count)
    }
}
