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
}
