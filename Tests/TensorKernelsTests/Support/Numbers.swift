/// Numbers that look random and are the same in every run (SplitMix64, Steele, Lea & Flood 2014).
struct Numbers {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }

    /// `count` numbers in `range` that single precision holds exactly.
    mutating func uniform(_ count: Int, in range: ClosedRange<Double> = -1...1) -> [Double] {
        (0..<count).map { _ in
            let fraction = Double(next() >> 40) * 0x1p-24
            return Double(Float(range.lowerBound + (range.upperBound - range.lowerBound) * fraction))
        }
    }

    /// `count` whole numbers below `bound`.
    mutating func bytes(_ count: Int, below bound: Int = 256) -> [UInt8] {
        (0..<count).map { _ in UInt8(next() % UInt64(bound)) }
    }
}
