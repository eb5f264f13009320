/// How one digit is written: everything that varies beside its style.
struct Handwriting: Sendable {
    /// Deviation of each knot from where the style puts it, in heights of the digit.
    let knotJitter: Float
    /// Deviation of the smooth displacement of the whole.
    let elasticity: Float
    /// Deviation of the pen's trembling, in heights of the digit.
    let tremor: Float
    /// Shift to the right at the top for each unit of height.
    let slant: Float
    /// Tangent of half the angle of rotation.
    let halfTurn: Float
    /// Width relative to the style's.
    let aspect: Float
    /// Radius of the pen in pixels of the finished picture.
    let penRadius: Float
    /// Relative deviation of the radius along a stroke.
    let penVariation: Float
    /// Width of the grey rim of a stroke in pixels.
    let rim: Float

    init(_ random: inout SplitMix64) {
        // Most writers are careful, some are not.
        let haste = random.unit()
        knotJitter = 0.012 + 0.028 * haste * haste
        elasticity = 0.015 + 0.045 * random.unit()
        tremor = 0.003 + 0.005 * random.unit()
        slant = 0.12 + random.bell(0.24)
        halfTurn = random.bell(0.06)
        aspect = 1 + random.bell(0.17)
        penRadius = 1.0 + random.unit() * 0.6 + random.unit() * random.unit() * 0.8
        penVariation = random.uniform(0...0.16)
        rim = random.uniform(0.9...1.5)
    }
}
