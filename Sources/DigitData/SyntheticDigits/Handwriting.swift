/// How one digit is written: everything that varies beside its style.
struct Handwriting: Sendable {
    /// Deviation of a knot from where the style puts it, in heights of the digit.
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
    /// How far the middle lies above or below its place, in heights of the digit.
    let waist: Float
    /// Widening of the top against the bottom.
    let taper: Float
    /// Deviation of how far strokes begin and end too early or too late, in heights of the digit.
    let overshoot: Float
    /// Radius of the pen in pixels of the finished picture.
    let penRadius: Float
    /// Relative deviation of the radius along a stroke.
    let penVariation: Float
    /// Width of the grey rim of a stroke in pixels.
    let rim: Float

    init(_ random: inout SplitMix64) {
        // Most writers are careful, some are not.
        let haste = random.unit()
        knotJitter = 0.014 + 0.036 * haste * haste
        elasticity = 0.015 + 0.07 * random.unit()
        tremor = 0.003 + 0.005 * random.unit()
        slant = 0.12 + random.bell(0.26)
        halfTurn = random.bell(0.06)
        let width = random.bell(0.13)
        aspect = (1 + width) / (1 - width)
        waist = random.bell(0.06)
        taper = random.bell(0.16)
        overshoot = 0.02 + 0.05 * haste
        let weight = random.unit()
        penRadius = 0.8 + random.unit() * 0.6 + weight * weight * weight * 1.3
        penVariation = random.uniform(0...0.16)
        rim = random.uniform(0.9...1.5)
    }
}
