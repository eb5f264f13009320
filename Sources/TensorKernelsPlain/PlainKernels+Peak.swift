extension PlainKernels {
    /// x ← x/2 + 1/2 for eight values, which tend to 1 and never leave the normal numbers.
    @_specialize(where Scalar == Float)
    @_specialize(where Scalar == Double)
    package static func multiplyAddInRegisters(rounds: Int, values: UnsafeMutablePointer<Scalar>) -> Int {
        let chains = 8
        for _ in 0..<rounds {
            for chain in 0..<chains { values[chain] = values[chain] * 0.5 + 0.5 }
        }
        return rounds * chains * 2
    }
}
