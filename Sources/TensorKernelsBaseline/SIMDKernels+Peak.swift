extension SIMDKernels {
    /// x ← x/2 + 1/2 in each lane of twelve vectors, which tends to 1 and never leaves the normal numbers.
    ///
    /// Twelve hide the latency of four cycles on two units, and stay in sixteen registers.
    package static func multiplyAddInRegisters(rounds: Int, values: UnsafeMutablePointer<Float>) -> Int {
        let half = Vector(repeating: 0.5)
        var chains = InlineArray<12, Vector>(repeating: Vector())
        for chain in 0..<chains.count {
            chains[chain] = Vector(values + chain * Vector.lanes, lanes: Vector.lanes)
        }
        for _ in 0..<rounds {
            for chain in 0..<chains.count { chains[chain] = half.adding(chains[chain], times: half) }
        }
        for chain in 0..<chains.count {
            chains[chain].store(to: values + chain * Vector.lanes, lanes: Vector.lanes)
        }
        return rounds * chains.count * Vector.lanes * 2
    }
}
