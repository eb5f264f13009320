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

    /// Moves every knot at random; by less where knots stand close together, so that bows stay round.
    mutating func jitter(_ deviation: Float, _ random: inout SplitMix64) {
        let original = knots
        for i in knots.indices {
            var room = Self.distanceWithoutCrowding
            if i > 0 { room = min(room, Self.distance(original[i - 1], original[i])) }
            if i + 1 < original.count { room = min(room, Self.distance(original[i], original[i + 1])) }
            knots[i] += random.bellVector(deviation * (room / Self.distanceWithoutCrowding))
        }
    }

    /// Knots that are further apart than this are moved by the whole deviation.
    private static let distanceWithoutCrowding: Float = 0.25

    private static func distance(_ from: SIMD2<Float>, _ to: SIMD2<Float>) -> Float {
        let way = to - from
        return (way * way).sum().squareRoot()
    }

    /// Lengthens (or, where negative, shortens) the stroke at its ends, in the direction that it has there.
    mutating func extend(start: Float, end: Float) {
        guard knots.count > 1 else { return }
        let last = knots.count - 1
        knots[0] += Self.step(from: knots[1], to: knots[0], by: start)
        knots[last] += Self.step(from: knots[last - 1], to: knots[last], by: end)
    }

    /// A step of a given length; never back by more than half the way, so that no stroke turns round.
    private static func step(from: SIMD2<Float>, to: SIMD2<Float>, by length: Float) -> SIMD2<Float> {
        let way = to - from
        let distance = max(distance(from, to), 1e-3)
        return way * (max(length, -distance / 2) / distance)
    }
}
