/// eˣ for x ≤ 0, lane by lane, with a relative error below 2⁻²²; not-a-number stays what it is.
///
/// x = n·ln 2 + r with |r| ≤ ln 2 / 2; eʳ is its Taylor polynomial of degree 7, whose remainder is below 2⁻²⁷, and
/// 2ⁿ is put together from bits. Results below the smallest normal number are zero.
@inline(__always)
func exponential(_ x: Vector) -> Vector {
    let isTiny = x .< -87.3
    let clamped = x.replacing(with: -87.3, where: isTiny)
    // Adding 1.5·2²³ leaves the nearest whole number in the lowest bits.
    let shifted = Vector(repeating: 0x1.8p23).adding(clamped, times: Vector(repeating: 1.442_695_04))
    let whole = shifted - 0x1.8p23
    // ln 2 in two parts, the first with so few digits that its product with n is exact.
    var rest = clamped - whole * 0.693_359_375
    rest = rest.adding(whole, times: Vector(repeating: 2.121_944_4e-4))

    var series = Vector(repeating: 1 / 5040)
    for coefficient: Float in [1 / 720, 1 / 120, 1 / 24, 1 / 6, 1 / 2, 1, 1] {
        series = Vector(repeating: coefficient).adding(series, times: rest)
    }
    let exponent = unsafeBitCast(shifted, to: IndexVector.self) &+ 127
    let power = unsafeBitCast(exponent &<< 23, to: Vector.self)
    return (series * power).replacing(with: 0, where: isTiny)
}
