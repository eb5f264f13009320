// One folder, compiled once for each instruction set: the package manifest sets `KERNELS_V3` and `KERNELS_V4`
// together with the machine flags that they stand for.
//
// Two rules keep this code fast and apart. Operators stand between whole vectors: those with a scalar on one side,
// and those that assign, are loops over lanes in the standard library. And nothing here is generic over what a
// vector holds: a generic function of the standard library that is compiled here has the same name in every module,
// so that the linker could choose a copy with AVX-512 instructions for all of them.

#if KERNELS_V4
    /// As many floats as one register holds.
    typealias Vector = SIMD16<Float>
    /// A whole number for each lane of a `Vector`.
    typealias IndexVector = SIMD16<UInt32>
    /// As many vectors as each has lanes.
    typealias VectorSquare = InlineArray<16, Vector>
    /// Lanes of a vector.
    let lanesPerVector = 16
#elseif KERNELS_V3
    /// As many floats as one register holds.
    typealias Vector = SIMD8<Float>
    /// A whole number for each lane of a `Vector`.
    typealias IndexVector = SIMD8<UInt32>
    /// As many vectors as each has lanes.
    typealias VectorSquare = InlineArray<8, Vector>
    /// Lanes of a vector.
    let lanesPerVector = 8
#else
    /// As many floats as one register holds.
    typealias Vector = SIMD4<Float>
    /// A whole number for each lane of a `Vector`.
    typealias IndexVector = SIMD4<UInt32>
    /// As many vectors as each has lanes.
    typealias VectorSquare = InlineArray<4, Vector>
    /// Lanes of a vector.
    let lanesPerVector = 4
#endif

extension Vector {
    /// Lanes of a vector.
    @inline(__always) static var lanes: Int { lanesPerVector }

    /// Reads the first `lanes` lanes and sets the others to zero; the address need not be aligned.
    @inline(__always)
    init(_ pointer: UnsafePointer<Float>, lanes: Int) {
        if lanes == Vector.lanes {
            self = UnsafeRawPointer(pointer).loadUnaligned(as: Vector.self)
        } else {
            self.init()
            for lane in 0..<lanes { self[lane] = pointer[lane] }
        }
    }

    /// Writes the first `lanes` lanes; the address need not be aligned.
    @inline(__always)
    func store(to pointer: UnsafeMutablePointer<Float>, lanes: Int) {
        if lanes == Vector.lanes {
            UnsafeMutableRawPointer(pointer).storeBytes(of: self, as: Vector.self)
        } else {
            for lane in 0..<lanes { pointer[lane] = self[lane] }
        }
    }

    /// Reads `lanes` bytes as numbers and sets the other lanes to zero.
    @inline(__always)
    init(bytes pointer: UnsafePointer<UInt8>, lanes: Int) {
        self.init()
        if lanes == Vector.lanes {
            for lane in 0..<Vector.lanes { self[lane] = Float(pointer[lane]) }
        } else {
            for lane in 0..<lanes { self[lane] = Float(pointer[lane]) }
        }
    }

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

extension IndexVector {
    /// Reads `lanes` bytes and sets the other lanes to zero.
    @inline(__always)
    init(bytes pointer: UnsafePointer<UInt8>, lanes: Int) {
        self.init()
        if lanes == Vector.lanes {
            for lane in 0..<Vector.lanes { self[lane] = UInt32(pointer[lane]) }
        } else {
            for lane in 0..<lanes { self[lane] = UInt32(pointer[lane]) }
        }
    }

    /// Writes the lowest byte of the first `lanes` lanes.
    @inline(__always)
    func storeBytes(to pointer: UnsafeMutablePointer<UInt8>, lanes: Int) {
        if lanes == Vector.lanes {
            for lane in 0..<Vector.lanes { pointer[lane] = UInt8(truncatingIfNeeded: self[lane]) }
        } else {
            for lane in 0..<lanes { pointer[lane] = UInt8(truncatingIfNeeded: self[lane]) }
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
