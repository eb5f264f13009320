/// Writes target[c, r] = source[r, c]; strides in floats.
func transpose(
    rows: Int, columns: Int, from source: UnsafePointer<Float>, rowStride sourceStride: Int,
    to target: UnsafeMutablePointer<Float>, rowStride targetStride: Int
) {
    for column in 0..<columns {
        for row in 0..<rows {
            target[column * targetStride + row] = source[row * sourceStride + column]
        }
    }
}
