// One folder, compiled once for each instruction set: the package manifest sets `KERNELS_V3` and `KERNELS_V4`
// together with the machine flags that they stand for.

#if KERNELS_V4
    /// As many floats as one register holds.
    typealias Vector = SIMD16<Float>
    /// A whole number for each lane of a `Vector`.
    typealias IndexVector = SIMD16<UInt32>
    /// A byte for each lane of a `Vector`.
    typealias ByteVector = SIMD16<UInt8>
#elseif KERNELS_V3
    /// As many floats as one register holds.
    typealias Vector = SIMD8<Float>
    /// A whole number for each lane of a `Vector`.
    typealias IndexVector = SIMD8<UInt32>
    /// A byte for each lane of a `Vector`.
    typealias ByteVector = SIMD8<UInt8>
#else
    /// As many floats as one register holds.
    typealias Vector = SIMD4<Float>
    /// A whole number for each lane of a `Vector`.
    typealias IndexVector = SIMD4<UInt32>
    /// A byte for each lane of a `Vector`.
    typealias ByteVector = SIMD4<UInt8>
#endif

extension Vector {
    /// Lanes of a vector.
    @inline(__always) static var lanes: Int { Vector.scalarCount }

    /// `self + left · right`, rounded once where the instruction set can.
    @inline(__always)
    func adding(_ left: Vector, times right: Vector) -> Vector {
        #if KERNELS_V3 || KERNELS_V4 || arch(arm64)
            return addingProduct(left, right)
        #else
            // Without an instruction for it, a fused operation would be a library call for each lane.
            return self + left * right
        #endif
    }
}

extension SIMD where Scalar: BitwiseCopyable {
    /// Reads the first `lanes` lanes and sets the others to zero; the address need not be aligned.
    @inline(__always)
    init(_ pointer: UnsafePointer<Scalar>, lanes: Int) {
        if lanes == Self.scalarCount {
            self = UnsafeRawPointer(pointer).loadUnaligned(as: Self.self)
        } else {
            self.init()
            for lane in 0..<lanes { self[lane] = pointer[lane] }
        }
    }

    /// Writes the first `lanes` lanes; the address need not be aligned.
    @inline(__always)
    func store(to pointer: UnsafeMutablePointer<Scalar>, lanes: Int) {
        if lanes == Self.scalarCount {
            UnsafeMutableRawPointer(pointer).storeBytes(of: self, as: Self.self)
        } else {
            for lane in 0..<lanes { pointer[lane] = self[lane] }
        }
    }
}

/// Calls `body` with the first index and the number of lanes of each vector of `range`; the last may be short.
@inline(__always)
func forEachVector(in range: Range<Int>, _ body: (_ first: Int, _ lanes: Int) -> Void) {
    var first = range.lowerBound
    while first + Vector.lanes <= range.upperBound {
        body(first, Vector.lanes)
        first += Vector.lanes
    }
    if first < range.upperBound { body(first, range.upperBound - first) }
}
