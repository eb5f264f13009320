/// A product of strided matrices, summed over segments: the arithmetic of convolutions and dense layers alike.
///
/// result[r, c] = start[c] + Σₛ Σₖ left[s, k, r] · right[s, k, c]. Each of the three has strides of its own, in floats,
/// except that columns always lie side by side. In a convolution a segment is a row of the kernel; in its filter
/// gradient it is a row of the image.
struct TileProduct {
    /// Columns that one tile computes, and that a panel of a larger result has.
    static let panelColumns = 2 * Vector.lanes
    /// Panels of a result with so many columns; the last may be narrower.
    static func panelCount(columns: Int) -> Int { (columns + panelColumns - 1) / panelColumns }
    /// Rows of the highest tile.
    static let tileRows = RegisterTiles<2>.maximumRows
    /// `prefetchDistance` for rows from a farther cache, such as that of another core; 8 to 24 serve about equally well.
    static let distanceOfFarRows = 16

    var rows: Int
    var columns: Int
    var segments = 1
    var depth: Int
    var leftSegmentStride = 0
    var leftDepthStride: Int
    var leftRowStride: Int
    var rightSegmentStride = 0
    var rightDepthStride: Int
    var resultRowStride: Int
    /// Whether the sums are added to what `result` holds.
    var addsToResult = false
    /// Rows of `right` between the one that is multiplied and the one that the processor is told to fetch; 0 where
    /// they lie in the nearest cache anyway.
    var prefetchDistance = 0

    /// Computes all rows and columns; `start` holds a value for each column, nil stands for zeros.
    func compute(
        left: UnsafePointer<Float>, right: UnsafePointer<Float>, start: UnsafePointer<Float>? = nil,
        result: UnsafeMutablePointer<Float>
    ) {
        var column = 0
        while column < columns {
            let width = min(TileProduct.panelColumns, columns - column)
            computePanel(
                width: width, left: left, right: right + column, start: start.map { $0 + column },
                result: result + column)
            column += width
        }
    }

    /// Cuts the rows into tiles of nearly equal height, so that no tile is left with a single row.
    private func computePanel(
        width: Int, left: UnsafePointer<Float>, right: UnsafePointer<Float>, start: UnsafePointer<Float>?,
        result: UnsafeMutablePointer<Float>
    ) {
        let lanes = Vector.lanes
        var row = 0
        var tiles = (rows + TileProduct.tileRows - 1) / TileProduct.tileRows
        while tiles > 0 {
            let height = (rows - row + tiles - 1) / tiles
            let left = left + row * leftRowStride
            let result = result + row * resultRowStride
            if width == TileProduct.panelColumns {
                RegisterTiles<2>.compute(
                    rows: height, of: self, left: left, right: right, start: start, result: result, lanes: lanes)
            } else {
                RegisterTiles<1>.compute(
                    rows: height, of: self, left: left, right: right, start: start, result: result,
                    lanes: min(width, lanes))
                if width > lanes {
                    RegisterTiles<1>.compute(
                        rows: height, of: self, left: left, right: right + lanes, start: start.map { $0 + lanes },
                        result: result + lanes, lanes: width - lanes)
                }
            }
            row += height
            tiles -= 1
        }
    }
}
