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
            total =
                total + sumRows(rows, of: matrix + group * rows * rowStride + column, stride: rowStride, lanes: lanes)
        }
        total.store(to: sums + column, lanes: lanes)
    }
}

/// The sum of `count` vectors that lie `stride` floats apart.
@inline(__always)
func sumRows(_ count: Int, of first: UnsafePointer<Float>, stride: Int, lanes: Int) -> Vector {
    foldRows(count) { sum, row in sum + Vector(first + row * stride, lanes: lanes) }
}

/// A sum over rows: `accumulate` adds the term of a row to the sum it is given.
///
/// There are four sums, for rows 0, 4, 8 …, for rows 1, 5, 9 … and so on, so that additions need not wait for each
/// other; their order depends on `count` alone.
@inline(__always)
func foldRows(_ count: Int, _ accumulate: (_ sum: Vector, _ row: Int) -> Vector) -> Vector {
    var first = Vector()
    var second = Vector()
    var third = Vector()
    var fourth = Vector()
    var row = 0
    while row + 4 <= count {
        first = accumulate(first, row)
        second = accumulate(second, row + 1)
        third = accumulate(third, row + 2)
        fourth = accumulate(fourth, row + 3)
        row += 4
    }
    while row < count {
        first = accumulate(first, row)
        row += 1
    }
    return (first + second) + (third + fourth)
}
