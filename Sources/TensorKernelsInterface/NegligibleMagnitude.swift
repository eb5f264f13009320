/// Magnitudes that an optimiser takes for zero.
///
/// Where a parameter's gradient is zero for good, as behind a unit that never fires, its moments shrink step by step
/// until they are subnormal numbers, below 2⁻¹²⁶, and stay there: arithmetic on those is a hundred times slower. Numbers
/// so small move no parameter, since Adam divides by ε at least.
package enum NegligibleMagnitude {
    /// Gradients below this have squares below `moment`; about 9 · 10⁻¹⁶.
    package static let gradient: Float = 0x1p-50
    /// Moments and velocities below this are kept as zero; about 8 · 10⁻³¹.
    package static let moment: Float = 0x1p-100
}
