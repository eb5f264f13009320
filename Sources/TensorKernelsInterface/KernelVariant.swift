/// An instruction set that kernels are compiled for.
package enum KernelVariant: String, Sendable, CaseIterable {
    /// Scalar reference loops.
    case plain
    /// What every processor of the architecture has (SSE2 or NEON).
    case baseline
    /// x86-64-v3: AVX2 and FMA.
    case v3
    /// x86-64-v4: AVX-512.
    case v4
}
