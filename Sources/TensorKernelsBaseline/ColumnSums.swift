/// Writes the sums of columns `columns` of a matrix of `groups` × `rows` rows: first within each group, then over groups.
///
/// Sums of sums keep the rounding error small where there are many rows.
func sumColumns(
    rows: Int, groups: Int, rowStride: Int, columns: Range<Int>,
    of matrix: UnsafePointer<Float>, to sums: UnsafeMutablePointer<Float>
) {
    forEachVector(in: columns) { column, lanes in
        var total = Vector()
        for group in 0..<groups {
            total += sumRows(rows, of: matrix + group * rows * rowStride + column, stride: rowStride, lanes: lanes)
        }
        total.store(to: sums + column, lanes: lanes)
    }
}

/// The sum of `count` vectors that lie `stride` floats apart.
@inline(__always)
func sumRows(_ count: Int, of first: UnsafePointer<Float>, stride: Int, lanes: Int) -> Vector {
    // Four sums that do not wait for each other.
    var sums = InlineArray<4, Vector>(repeating: Vector())
    var row = 0
    while row + 4 <= count {
        for part in 0..<4 { sums[part] += Vector(first + (row + part) * stride, lanes: lanes) }
        row += 4
    }
    while row < count {
        sums[0] += Vector(first + row * stride, lanes: lanes)
        row += 1
    }
    return (sums[0] + sums[1]) + (sums[2] + sums[3])
}
