/// A small generator of random numbers whose sequence is the same on every machine.
///
/// Steele, Lea, Flood 2014, "Fast splittable pseudorandom number generators", with the constants of Vigna's
/// `splitmix64`. Only exactly rounded arithmetic follows from it, so that digits come out the same bit for bit.
struct SplitMix64: Sendable {
    private var state: UInt64

    /// Starts a sequence that depends on both numbers; neighbouring ones give unrelated sequences.
    init(seed: UInt64, index: UInt64) {
        state = Self.mixed(seed) ^ Self.mixed(index &+ 0x9e37_79b9_7f4a_7c15)
    }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        return Self.mixed(state)
    }

    /// Uniform in `0..<1`, in steps of 2⁻²⁴.
    mutating func unit() -> Float { Float(next() >> 40) * 0x1p-24 }

    /// Uniform in `range`.
    mutating func uniform(_ range: ClosedRange<Float>) -> Float {
        range.lowerBound + unit() * (range.upperBound - range.lowerBound)
    }

    /// Bell-shaped with mean 0 and the given deviation, never beyond 3.5 deviations: a sum of four uniform numbers.
    mutating func bell(_ deviation: Float) -> Float {
        (unit() + unit() + unit() + unit() - 2) * (1.732_050_8 * deviation)
    }

    /// A vector of two independent bell-shaped numbers.
    mutating func bellVector(_ deviation: Float) -> SIMD2<Float> {
        let x = bell(deviation)
        return SIMD2(x, bell(deviation))
    }

    /// Uniform in `0..<bound`; the bias is below `bound` / 2⁶⁴.
    mutating func below(_ bound: Int) -> Int {
        Int(next().multipliedFullWidth(by: UInt64(bound)).high)
    }

    private static func mixed(_ word: UInt64) -> UInt64 {
        var z = word
        z = (z ^ z >> 30) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ z >> 27) &* 0x94d0_49bb_1331_11eb
        return z ^ z >> 31
    }
}
