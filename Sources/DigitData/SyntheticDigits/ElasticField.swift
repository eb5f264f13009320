/// A smooth random displacement of the plane: the difference between one writing of a form and the next.
struct ElasticField: Sendable {
    /// Cells along each side of the unit box.
    private static let cells = 3

    /// Displacements at the corners of the cells, row by row.
    private let vectors: [SIMD2<Float>]

    /// Draws displacements with this deviation, in heights of the digit.
    init(deviation: Float, _ random: inout SplitMix64) {
        vectors = (0..<(Self.cells + 1) * (Self.cells + 1)).map { _ in random.bellVector(deviation) }
    }

    /// Where the field moves a point to; outside the unit box as at its nearest border.
    func moved(_ point: SIMD2<Float>) -> SIMD2<Float> {
        let place = (point * Float(Self.cells)).clamped(
            lowerBound: .zero, upperBound: SIMD2(repeating: Float(Self.cells) - 0x1p-10))
        let cell = place.rounded(.down)
        let fraction = place - cell
        // Hermite's 3t² − 2t³ leaves no kinks at the borders of the cells.
        let share = fraction * fraction * (SIMD2(repeating: 3) - fraction - fraction)
        let index = Int(cell.y) * (Self.cells + 1) + Int(cell.x)
        let below = index + Self.cells + 1
        let top = vectors[index] + (vectors[index + 1] - vectors[index]) * share.x
        let bottom = vectors[below] + (vectors[below + 1] - vectors[below]) * share.x
        return point + top + (bottom - top) * share.y
    }
}
