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
        var sums = InlineArray<rows, InlineArray<vectors, Vector>>(
            repeating: InlineArray<vectors, Vector>(repeating: Vector()))
        if let start {
            for vector in 0..<vectors {
                let value = Vector(start + vector * Vector.lanes, lanes: lanes)
                for row in 0..<rows { sums[row][vector] = value }
            }
        }
        let leftRowStride = product.leftRowStride
        for segment in 0..<product.segments {
            var left = left + segment * product.leftSegmentStride
            var right = right + segment * product.rightSegmentStride
            for _ in 0..<product.depth {
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
                if product.addsToResult {
                    sums[row][vector] += Vector(target, lanes: lanes)
                }
                sums[row][vector].store(to: target, lanes: lanes)
            }
        }
    }
}
