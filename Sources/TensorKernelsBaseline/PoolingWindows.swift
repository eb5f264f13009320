internal import TensorKernelsInterface

/// Where the windows of a pooling lie in memory, counted row by row through the whole batch.
struct PoolingWindows {
    let channels: Int
    /// Rows of windows in the batch.
    let rows: Int
    /// Whether some inputs lie in no window.
    let leaveRest: Bool

    private let rowsPerImage: Int
    private let windowsPerRow: Int
    private let window: Int
    private let imageStride: Int
    private let rowStride: Int

    init(_ shape: PoolingShape) {
        channels = shape.channels
        rowsPerImage = shape.outHeight
        windowsPerRow = shape.outWidth
        window = shape.window
        rowStride = shape.width * shape.channels
        imageStride = shape.height * rowStride
        rows = shape.batch * rowsPerImage
        leaveRest = rowsPerImage * window < shape.height || windowsPerRow * window < shape.width
    }

    /// Rows of windows that make a task of some ten thousand inputs.
    var rowsPerTask: Int { max(1, 16_384 / max(1, window * rowStride)) }

    /// The windows of the given rows.
    func inRows(_ rows: Range<Int>) -> Range<Int> {
        rows.lowerBound * windowsPerRow..<rows.upperBound * windowsPerRow
    }

    /// Index of the first input of a window.
    @inline(__always)
    func corner(of index: Int) -> Int {
        let (row, column) = index.quotientAndRemainder(dividingBy: windowsPerRow)
        let (image, rowOfImage) = row.quotientAndRemainder(dividingBy: rowsPerImage)
        return image * imageStride + rowOfImage * window * rowStride + column * window * channels
    }

    /// Calls `body` with each position of a window, row-major, and its distance from the corner.
    @inline(__always)
    func forEachPosition(_ body: (_ position: UInt32, _ offset: Int) -> Void) {
        var position: UInt32 = 0
        for row in 0..<window {
            for column in 0..<window {
                body(position, row * rowStride + column * channels)
                position &+= 1
            }
        }
    }
}
