/// eˣ for x ≤ 0, lane by lane, with a relative error below 2⁻²²; not-a-number stays what it is.
///
/// x = n·ln 2 + r with |r| ≤ ln 2 / 2; eʳ is its Taylor polynomial of degree 7, whose remainder is below 2⁻²⁷, and
/// 2ⁿ is put together from bits. Results below the smallest normal number are zero.
@inline(__always)
func exponential(_ x: Vector) -> Vector {
    let least = Vector(repeating: -87.3)
    let isTiny = x .< least
    let clamped = x.replacing(with: least, where: isTiny)
    // Adding 1.5·2²³ leaves the nearest whole number in the lowest bits.
    let rounder = Vector(repeating: 0x1.8p23)
    let shifted = rounder.adding(clamped, times: Vector(repeating: 1.442_695_04))
    let whole = shifted - rounder
    // ln 2 in two parts, the first with so few digits that its product with n is exact.
    var rest = clamped - whole * Vector(repeating: 0.693_359_375)
    rest = rest.adding(whole, times: Vector(repeating: 2.121_944_4e-4))

    var series = Vector(repeating: 1 / 5040)
    for coefficient: Float in [1 / 720, 1 / 120, 1 / 24, 1 / 6, 1 / 2, 1, 1] {
        series = Vector(repeating: coefficient).adding(series, times: rest)
    }
    let exponent = unsafeBitCast(shifted, to: IndexVector.self) &+ IndexVector(repeating: 127)
    let power = unsafeBitCast(exponent &<< IndexVector(repeating: 23), to: Vector.self)
    return (series * power).replacing(with: Vector(), where: isTiny)
}
