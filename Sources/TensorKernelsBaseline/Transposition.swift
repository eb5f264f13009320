/// Writes target[c, r] = source[r, c]; strides in floats.
func transpose(
    rows: Int, columns: Int, from source: UnsafePointer<Float>, rowStride sourceStride: Int,
    to target: UnsafeMutablePointer<Float>, rowStride targetStride: Int
) {
    let lanes = Vector.lanes
    let (wholeRows, wholeColumns) = (rows / lanes * lanes, columns / lanes * lanes)
    for row in stride(from: 0, to: wholeRows, by: lanes) {
        for column in stride(from: 0, to: wholeColumns, by: lanes) {
            transposeSquare(
                from: source + row * sourceStride + column, rowStride: sourceStride,
                to: target + column * targetStride + row, rowStride: targetStride)
        }
    }
    func transposeEach(_ rows: Range<Int>, _ columns: Range<Int>) {
        for column in columns {
            for row in rows { target[column * targetStride + row] = source[row * sourceStride + column] }
        }
    }
    transposeEach(0..<wholeRows, wholeColumns..<columns)
    transposeEach(wholeRows..<rows, 0..<columns)
}

/// Transposes as many rows of a vector each as a vector has lanes, in registers.
///
/// A step puts the even lanes of two neighbouring vectors into one and the odd lanes into another: the bits of an element's
/// column, and those of its row before them, go round by one place. After as many steps as a column has bits, row and column
/// have changed places.
@inline(__always)
private func transposeSquare(
    from source: UnsafePointer<Float>, rowStride sourceStride: Int,
    to target: UnsafeMutablePointer<Float>, rowStride targetStride: Int
) {
    let lanes = Vector.lanes
    var vectors = VectorSquare(repeating: Vector())
    for row in 0..<lanes { vectors[row] = Vector(source + row * sourceStride, lanes: lanes) }
    for _ in 0..<lanes.trailingZeroBitCount {
        let before = vectors
        for pair in 0..<lanes / 2 {
            let (left, right) = (before[2 * pair], before[2 * pair + 1])
            vectors[pair] = Vector(lowHalf: left.evenHalf, highHalf: right.evenHalf)
            vectors[pair + lanes / 2] = Vector(lowHalf: left.oddHalf, highHalf: right.oddHalf)
        }
    }
    for column in 0..<lanes { vectors[column].store(to: target + column * targetStride, lanes: lanes) }
}
