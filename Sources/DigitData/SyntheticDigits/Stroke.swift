/// The way of the pen from touching the paper to leaving it, as knots of a smooth curve.
///
/// Coordinates are those of a box of height 1: x to the right, y down.
struct Stroke: Sendable {
    var knots: [SIMD2<Float>]
    /// Indices of knots where the pen turns at once, in ascending order.
    let corners: [Int]

    init(_ knots: [(Float, Float)], corners: [Int] = []) {
        self.knots = knots.map { SIMD2($0.0, $0.1) }
        self.corners = corners
    }
}
