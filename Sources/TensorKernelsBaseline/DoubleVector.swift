#if KERNELS_V4
    /// As many doubles as one register holds.
    typealias DoubleVector = SIMD8<Double>
#elseif KERNELS_V3
    /// As many doubles as one register holds.
    typealias DoubleVector = SIMD4<Double>
#else
    /// As many doubles as one register holds.
    typealias DoubleVector = SIMD2<Double>
#endif

extension DoubleVector {
    /// Lanes of a vector.
    @inline(__always) static var lanes: Int { lanesPerVector / 2 }

    /// Reads a vector; the address need not be aligned.
    @inline(__always)
    init(_ pointer: UnsafePointer<Double>) {
        self = UnsafeRawPointer(pointer).loadUnaligned(as: DoubleVector.self)
    }

    /// Reads the first `lanes` lanes from floats and sets the others to zero.
    @inline(__always)
    init(_ pointer: UnsafePointer<Float>, lanes: Int) {
        self.init()
        for lane in 0..<lanes { self[lane] = Double(pointer[lane]) }
    }

    /// Writes the first `lanes` lanes, rounded to floats.
    @inline(__always)
    func store(to pointer: UnsafeMutablePointer<Float>, lanes: Int) {
        for lane in 0..<lanes { pointer[lane] = Float(self[lane]) }
    }

    /// Writes a vector; the address need not be aligned.
    @inline(__always)
    func store(to pointer: UnsafeMutablePointer<Double>) {
        UnsafeMutableRawPointer(pointer).storeBytes(of: self, as: DoubleVector.self)
    }

    /// `self + left · right`, rounded once where the instruction set can.
    @inline(__always)
    func adding(_ left: DoubleVector, times right: DoubleVector) -> DoubleVector {
        #if KERNELS_V3 || KERNELS_V4 || arch(arm64)
            return addingProduct(left, right)
        #else
            // Without an instruction for it, a fused operation would be a library call for each lane.
            return self + left * right
        #endif
    }

    /// The sum of all lanes.
    @inline(__always)
    var total: Double {
        var sum = self[0]
        for lane in 1..<DoubleVector.lanes { sum += self[lane] }
        return sum
    }
}
