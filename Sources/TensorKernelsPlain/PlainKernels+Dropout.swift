package import TensorKernelsInterface

extension PlainKernels {
    /// output = input / (1 − rate) where element i is kept, else 0.
    ///
    /// `rate` lies in 0..<1. Element i is kept where `dropoutHash(key, i)`, a number below 2²⁴, reaches rate · 2²⁴.
    @_specialize(where Scalar == Float)
    @_specialize(where Scalar == Double)
    package static func dropout(
        count: Int, rate: Scalar, key: UInt64,
        input: UnsafePointer<Scalar>, output: UnsafeMutablePointer<Scalar>, pool: ThreadPool
    ) {
        precondition(rate >= 0 && rate < 1, "a dropout rate lies in 0..<1")
        let threshold = UInt32(rate * 0x1p24)
        for index in 0..<count {
            let isKept = dropoutHash(key: key, index: index) >= threshold
            output[index] = isKept ? input[index] * (1 / (1 - rate)) : 0
        }
    }

    /// Twenty-four bits that depend on `key` and `index` alone: the finaliser of MurmurHash3, once for each half of the key.
    private static func dropoutHash(key: UInt64, index: Int) -> UInt32 {
        func mixed(_ value: UInt32) -> UInt32 {
            var bits = value
            bits = (bits ^ (bits >> 16)) &* 0x85EB_CA6B
            bits = (bits ^ (bits >> 13)) &* 0xC2B2_AE35
            return bits ^ (bits >> 16)
        }
        let low = UInt32(truncatingIfNeeded: index)
        let high = UInt32(truncatingIfNeeded: index >> 32)
        let first = mixed(low ^ UInt32(truncatingIfNeeded: key))
        return mixed(first &+ UInt32(truncatingIfNeeded: key >> 32) &+ high) >> 8
    }
}
