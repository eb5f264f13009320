/// Noise along a stroke that changes slowly: random values every few points, and straight lines between them.
struct SmoothNoise: Sendable {
    /// Points from one random value to the next.
    private static let period = 5

    private var from: SIMD2<Float>
    private var to: SIMD2<Float>
    private var step = 0

    init(_ random: inout SplitMix64) {
        from = random.bellVector(1)
        to = random.bellVector(1)
    }

    /// The value at the next point; both components have deviation 1 where they are drawn.
    mutating func next(_ random: inout SplitMix64) -> SIMD2<Float> {
        if step == Self.period {
            step = 0
            from = to
            to = random.bellVector(1)
        }
        defer { step += 1 }
        return from + (to - from) * (Float(step) / Float(Self.period))
    }
}
