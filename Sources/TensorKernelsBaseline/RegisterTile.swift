internal import CPrefetch

/// A block of a product's result that is held in registers while the factors stream by.
///
/// Written with fixed counts, so that the compiler unrolls all loops but those over depth and segments and keeps
/// every element of `sums` in a register of its own.
struct RegisterTile<let rows: Int, let vectors: Int> {
    /// Computes rows × (vectors · lanes) elements; `lanes` falls short of a whole vector only where `vectors` is 1.
    static func compute(
        _ product: TileProduct, left: UnsafePointer<Float>, right: UnsafePointer<Float>,
        start: UnsafePointer<Float>?, result: UnsafeMutablePointer<Float>, lanes: Int
    ) {
        // Two copies of the same code: in the first the compiler knows that no vector is cut short.
        if vectors > 1 || lanes == Vector.lanes {
            accumulate(product, left: left, right: right, start: start, result: result, lanes: Vector.lanes)
        } else {
            accumulate(product, left: left, right: right, start: start, result: result, lanes: lanes)
        }
    }

    @inline(__always)
    private static func accumulate(
        _ product: TileProduct, left: UnsafePointer<Float>, right: UnsafePointer<Float>,
        start: UnsafePointer<Float>?, result: UnsafeMutablePointer<Float>, lanes: Int
    ) {
        var sums = InlineArray<rows, InlineArray<vectors, Vector>>(
            repeating: InlineArray<vectors, Vector>(repeating: Vector()))
        if let start {
            for vector in 0..<vectors {
                let value = Vector(start + vector * Vector.lanes, lanes: lanes)
                for row in 0..<rows { sums[row][vector] = value }
            }
        }
        let leftRowStride = product.leftRowStride
        let ahead = product.prefetchDistance * product.rightDepthStride
        for segment in 0..<product.segments {
            var left = left + segment * product.leftSegmentStride
            var right = right + segment * product.rightSegmentStride
            for _ in 0..<product.depth {
                if ahead > 0 {
                    // A cache line holds 16 floats.
                    for line in 0..<(vectors * Vector.lanes + 15) / 16 { prefetch(right + ahead + 16 * line) }
                }
                var factors = InlineArray<vectors, Vector>(repeating: Vector())
                for vector in 0..<vectors {
                    factors[vector] = Vector(right + vector * Vector.lanes, lanes: lanes)
                }
                for row in 0..<rows {
                    let factor = Vector(repeating: left[row * leftRowStride])
                    for vector in 0..<vectors {
                        sums[row][vector] = sums[row][vector].adding(factor, times: factors[vector])
                    }
                }
                left += product.leftDepthStride
                right += product.rightDepthStride
            }
        }
        for row in 0..<rows {
            for vector in 0..<vectors {
                let target = result + row * product.resultRowStride + vector * Vector.lanes
                var sum = sums[row][vector]
                if product.addsToResult { sum = Vector(target, lanes: lanes) + sum }
                sum.store(to: target, lanes: lanes)
            }
        }
    }
}

/// The register tiles of one width.
struct RegisterTiles<let vectors: Int> {
    /// Rows of the highest tile: as many as the registers hold sums for, together with the factors that pass.
    #if KERNELS_V4 || arch(arm64)
        static var maximumRows: Int { 8 }
    #elseif KERNELS_V3
        static var maximumRows: Int { 6 }
    #else
        static var maximumRows: Int { 4 }
    #endif

    /// Computes with the tile of `rows` rows, 1 to `maximumRows`.
    static func compute(
        rows: Int, of product: TileProduct, left: UnsafePointer<Float>, right: UnsafePointer<Float>,
        start: UnsafePointer<Float>?, result: UnsafeMutablePointer<Float>, lanes: Int
    ) {
        let tile: TileFunction
        switch rows {
        case 1: tile = RegisterTile<1, vectors>.compute
        case 2: tile = RegisterTile<2, vectors>.compute
        case 3: tile = RegisterTile<3, vectors>.compute
        case 4: tile = RegisterTile<4, vectors>.compute
        #if KERNELS_V3 || KERNELS_V4 || arch(arm64)
            case 5: tile = RegisterTile<5, vectors>.compute
            case 6: tile = RegisterTile<6, vectors>.compute
        #endif
        #if KERNELS_V4 || arch(arm64)
            case 7: tile = RegisterTile<7, vectors>.compute
            case 8: tile = RegisterTile<8, vectors>.compute
        #endif
        default: fatalError("a tile has 1 to \(maximumRows) rows, not \(rows)")
        }
        tile(product, left, right, start, result, lanes)
    }

    private typealias TileFunction = (
        TileProduct, UnsafePointer<Float>, UnsafePointer<Float>, UnsafePointer<Float>?,
        UnsafeMutablePointer<Float>, Int
    ) -> Void
}
