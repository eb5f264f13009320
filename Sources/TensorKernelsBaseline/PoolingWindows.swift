internal import TensorKernelsInterface

/// Where the windows of a pooling lie in memory, counted row by row through the whole batch.
struct PoolingWindows {
    let channels: Int
    /// Rows of windows in the batch.
    let rows: Int
    /// Whether some inputs lie in no window.
    let leaveRest: Bool

    /// Side of a window.
    let window: Int
    let windowsPerRow: Int
    /// Floats from one row of inputs to the next.
    let rowStride: Int

    private let rowsPerImage: Int
    private let imageStride: Int

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

    /// Index of the first input of a row of windows.
    func corner(ofRow row: Int) -> Int {
        let (image, rowOfImage) = row.quotientAndRemainder(dividingBy: rowsPerImage)
        return image * imageStride + rowOfImage * window * rowStride
    }

    /// The inputs right of a row of windows and, for the last row of an image, below it, as ranges after its corner.
    func forEachRest(ofRow row: Int, _ body: (Range<Int>) -> Void) {
        let right = windowsPerRow * window * channels
        if right < rowStride {
            for input in 0..<window { body(input * rowStride + right..<(input + 1) * rowStride) }
        }
        let below = imageStride - rowsPerImage * window * rowStride
        if (row + 1) % rowsPerImage == 0, below > 0 {
            body(window * rowStride..<window * rowStride + below)
        }
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
