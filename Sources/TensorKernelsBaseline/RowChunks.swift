/// The rows of a matrix cut into chunks that fit the nearest cache, as the shape alone decides.
struct RowChunks {
    let rows: Int
    let channels: Int
    let rowsPerChunk: Int

    init(rows: Int, channels: Int) {
        self.rows = rows
        self.channels = channels
        // Some 64 KiB; the more channels, the fewer rows.
        rowsPerChunk = max(16, 16_384 / max(1, channels))
    }

    var count: Int { (rows + rowsPerChunk - 1) / rowsPerChunk }

    subscript(index: Int) -> Range<Int> {
        index * rowsPerChunk..<min(rows, (index + 1) * rowsPerChunk)
    }

    /// Mean and sum of squared deviations of all rows from those of each chunk (Chan, Golub & LeVeque 1979).
    ///
    /// `means` and `squares` hold `channels` values for each chunk.
    @inline(__always)
    func combined(
        means: UnsafePointer<Float>, squares: UnsafePointer<Float>, lanes: Int
    ) -> (mean: Vector, squares: Vector) {
        var sum = Vector()
        for chunk in 0..<count {
            sum = sum.adding(
                Vector(means + chunk * channels, lanes: lanes), times: Vector(repeating: Float(self[chunk].count)))
        }
        let mean = sum / Vector(repeating: Float(rows))
        var total = Vector()
        for chunk in 0..<count {
            let deviation = Vector(means + chunk * channels, lanes: lanes) - mean
            let squares = Vector(squares + chunk * channels, lanes: lanes)
            total = total + squares.adding(deviation * deviation, times: Vector(repeating: Float(self[chunk].count)))
        }
        return (mean, total)
    }
}
