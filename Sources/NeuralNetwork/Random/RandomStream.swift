/// A stream of random numbers that depends on its key alone, the same on every machine and in every version.
///
/// xoshiro256++ (Blackman & Vigna 2021, "Scrambled linear pseudorandom number generators") whose four words of state
/// are the first four outputs of SplitMix64 (Steele, Lea & Flood 2014) started at the key. No distribution calls the
/// C library, whose last digits differ between processors.
package struct RandomStream: RandomNumberGenerator, Sendable {
    private var state: (UInt64, UInt64, UInt64, UInt64)
    /// The second value of the last pair that `normal` drew.
    var spareNormal: Double?

    /// Begins the stream of `key`; every key has a stream of its own.
    package init(key: UInt64) {
        var seed = SplitMix64(state: key)
        state = (seed.next(), seed.next(), seed.next(), seed.next())
    }

    /// The next 64 random bits.
    package mutating func next() -> UInt64 {
        let sum = state.0 &+ state.3
        let result = (sum &<< 23 | sum &>> 41) &+ state.0
        let shifted = state.1 &<< 17
        state.2 ^= state.0
        state.3 ^= state.1
        state.1 ^= state.2
        state.0 ^= state.3
        state.2 ^= shifted
        state.3 = state.3 &<< 45 | state.3 &>> 19
        return result
    }
}

extension RandomStream {
    /// The key of a stream of its own for `index`: an epoch, a step, a layer.
    package static func key(_ key: UInt64, _ index: Int) -> UInt64 {
        var outer = SplitMix64(state: UInt64(bitPattern: Int64(index)))
        var inner = SplitMix64(state: key ^ outer.next())
        return inner.next()
    }
}

/// The generator that expands one word into several independent ones (Steele, Lea & Flood 2014).
struct SplitMix64 {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ word &>> 30) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ word &>> 27) &* 0x94D0_49BB_1331_11EB
        return word ^ word &>> 31
    }
}
