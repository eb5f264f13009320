package import TensorKernelsInterface

extension SIMDKernels {
    /// Keeps the same elements as the plain loop: the hash is the same, a vector of indices at a time.
    package static func dropout(
        count: Int, rate: Float, key: UInt64,
        input: UnsafePointer<Float>, output: UnsafeMutablePointer<Float>, pool: ThreadPool
    ) {
        guard rate >= 0, rate < 1 else { fatalError("a dropout rate lies in 0..<1, not \(rate)") }
        let threshold = IndexVector(repeating: UInt32(rate * 0x1p24))
        let scale = Vector(repeating: 1 / (1 - rate))
        pool.forEachChunk(of: count) { range in
            forEachVector(in: range) { first, lanes in
                let isKept = dropoutHash(key: key, first: first) .>= threshold
                let value = Vector(input + first, lanes: lanes) * scale
                Vector().replacing(with: value, where: isKept).store(to: output + first, lanes: lanes)
            }
        }
    }

    /// Hashes of the indices from `first` on, 24 bits each: the finaliser of MurmurHash3, once for each half of the key.
    @inline(__always)
    private static func dropoutHash(key: UInt64, first: Int) -> IndexVector {
        // The upper half of an index is that of the first: a vector begins at a multiple of its lanes.
        let high = UInt32(truncatingIfNeeded: first >> 32)
        let indices = IndexVector(repeating: UInt32(truncatingIfNeeded: first)) &+ IndexVector.counting
        let low = mixed(indices ^ IndexVector(repeating: UInt32(truncatingIfNeeded: key)))
        let offset = IndexVector(repeating: UInt32(truncatingIfNeeded: key >> 32) &+ high)
        return mixed(low &+ offset) &>> IndexVector(repeating: 8)
    }

    @inline(__always)
    private static func mixed(_ value: IndexVector) -> IndexVector {
        var bits = value
        bits = (bits ^ (bits &>> IndexVector(repeating: 16))) &* IndexVector(repeating: 0x85EB_CA6B)
        bits = (bits ^ (bits &>> IndexVector(repeating: 13))) &* IndexVector(repeating: 0xC2B2_AE35)
        return bits ^ (bits &>> IndexVector(repeating: 16))
    }
}

extension IndexVector {
    /// 0, 1, 2 …
    @inline(__always) fileprivate static var counting: IndexVector {
        var numbers = IndexVector()
        for lane in 0..<Vector.lanes { numbers[lane] = UInt32(lane) }
        return numbers
    }
}
