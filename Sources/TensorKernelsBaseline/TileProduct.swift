/// A product of strided matrices, summed over segments: the arithmetic of convolutions and dense layers alike.
///
/// result[r, c] = start[c] + Σₛ Σₖ left[s, k, r] · right[s, k, c]. Each of the three has strides of its own, in floats,
/// except that columns always lie side by side. In a convolution a segment is a row of the kernel; in its filter
/// gradient it is a row of the image.
struct TileProduct {
    /// Rows and vectors of the tile that fits the registers together with the factors that pass.
    #if KERNELS_V4 || arch(arm64)
        static let tileRows = 8
    #elseif KERNELS_V3
        static let tileRows = 6
    #else
        static let tileRows = 4
    #endif
    /// Columns that one call of a tile computes.
    static let panelColumns = 2 * Vector.lanes

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
        var row = 0
        var tiles = (rows + TileProduct.tileRows - 1) / TileProduct.tileRows
        while tiles > 0 {
            let height = (rows - row + tiles - 1) / tiles
            let left = left + row * leftRowStride
            let result = result + row * resultRowStride
            if width == TileProduct.panelColumns {
                computeTile(height, left: left, right: right, start: start, result: result)
            } else {
                let whole = min(width, Vector.lanes)
                computeNarrowTile(height, lanes: whole, left: left, right: right, start: start, result: result)
                if width > whole {
                    computeNarrowTile(
                        height, lanes: width - whole, left: left, right: right + whole,
                        start: start.map { $0 + whole }, result: result + whole)
                }
            }
            row += height
            tiles -= 1
        }
    }

    private func computeTile(
        _ rows: Int, left: UnsafePointer<Float>, right: UnsafePointer<Float>, start: UnsafePointer<Float>?,
        result: UnsafeMutablePointer<Float>
    ) {
        let lanes = Vector.lanes
        switch rows {
        case 1: RegisterTile<1, 2>.compute(self, left: left, right: right, start: start, result: result, lanes: lanes)
        case 2: RegisterTile<2, 2>.compute(self, left: left, right: right, start: start, result: result, lanes: lanes)
        case 3: RegisterTile<3, 2>.compute(self, left: left, right: right, start: start, result: result, lanes: lanes)
        case 4: RegisterTile<4, 2>.compute(self, left: left, right: right, start: start, result: result, lanes: lanes)
        #if KERNELS_V3 || KERNELS_V4 || arch(arm64)
            case 5:
                RegisterTile<5, 2>.compute(self, left: left, right: right, start: start, result: result, lanes: lanes)
            case 6:
                RegisterTile<6, 2>.compute(self, left: left, right: right, start: start, result: result, lanes: lanes)
        #endif
        #if KERNELS_V4 || arch(arm64)
            case 7:
                RegisterTile<7, 2>.compute(self, left: left, right: right, start: start, result: result, lanes: lanes)
            case 8:
                RegisterTile<8, 2>.compute(self, left: left, right: right, start: start, result: result, lanes: lanes)
        #endif
        default: preconditionFailure("a tile has 1 to \(TileProduct.tileRows) rows")
        }
    }

    private func computeNarrowTile(
        _ rows: Int, lanes: Int, left: UnsafePointer<Float>, right: UnsafePointer<Float>,
        start: UnsafePointer<Float>?, result: UnsafeMutablePointer<Float>
    ) {
        switch rows {
        case 1: RegisterTile<1, 1>.compute(self, left: left, right: right, start: start, result: result, lanes: lanes)
        case 2: RegisterTile<2, 1>.compute(self, left: left, right: right, start: start, result: result, lanes: lanes)
        case 3: RegisterTile<3, 1>.compute(self, left: left, right: right, start: start, result: result, lanes: lanes)
        case 4: RegisterTile<4, 1>.compute(self, left: left, right: right, start: start, result: result, lanes: lanes)
        #if KERNELS_V3 || KERNELS_V4 || arch(arm64)
            case 5:
                RegisterTile<5, 1>.compute(self, left: left, right: right, start: start, result: result, lanes: lanes)
            case 6:
                RegisterTile<6, 1>.compute(self, left: left, right: right, start: start, result: result, lanes: lanes)
        #endif
        #if KERNELS_V4 || arch(arm64)
            case 7:
                RegisterTile<7, 1>.compute(self, left: left, right: right, start: start, result: result, lanes: lanes)
            case 8:
                RegisterTile<8, 1>.compute(self, left: left, right: right, start: start, result: result, lanes: lanes)
        #endif
        default: preconditionFailure("a tile has 1 to \(TileProduct.tileRows) rows")
        }
    }
}
