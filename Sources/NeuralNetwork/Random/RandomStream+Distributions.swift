extension RandomStream {
    /// A number in 0 ..< 1, one of 2⁵³ evenly spaced ones.
    package mutating func uniformDouble() -> Double {
        Double(next() &>> 11) * 0x1p-53
    }

    /// A number in 0 ..< 1, one of 2²⁴ evenly spaced ones.
    package mutating func uniformFloat() -> Float {
        Float(next() &>> 40) * 0x1p-24
    }

    /// A whole number in 0 ..< `bound`, each equally likely (Lemire 2019, "Fast random integer generation in an
    /// interval").
    package mutating func integer(below bound: Int) -> Int {
        precondition(bound > 0, "nothing lies below \(bound)")
        let bound = UInt64(bound)
        var product = next().multipliedFullWidth(by: bound)
        if product.low < bound {
            let threshold = (0 &- bound) % bound
            while product.low < threshold { product = next().multipliedFullWidth(by: bound) }
        }
        return Int(product.high)
    }

    /// A draw from the normal distribution with mean 0 and standard deviation 1 (Marsaglia & Bray 1964, the polar
    /// method).
    package mutating func normal() -> Double {
        if let spare = spareNormal {
            spareNormal = nil
            return spare
        }
        while true {
            let x = 2 * uniformDouble() - 1
            let y = 2 * uniformDouble() - 1
            let square = x * x + y * y
            if square > 0, square < 1 {
                let factor = (-2 * naturalLogarithm(square) / square).squareRoot()
                spareNormal = y * factor
                return x * factor
            }
        }
    }

    /// The elements in random order (Fisher & Yates, in Durstenfeld's form).
    package mutating func shuffled<Elements: Sequence>(_ elements: Elements) -> [Elements.Element] {
        var result = Array(elements)
        for last in stride(from: result.count - 1, to: 0, by: -1) {
            result.swapAt(last, integer(below: last + 1))
        }
        return result
    }
}

/// The natural logarithm of a positive normal number, from additions, multiplications and divisions alone.
///
/// With x = m·2ᵉ and m in √½ ..< √2: ln x = e·ln 2 + 2·artanh((m − 1)/(m + 1)), a series in which eleven terms reach
/// double precision. IEEE 754 fixes the result to the last bit, which it does not do for a C library's `log`.
func naturalLogarithm(_ x: Double) -> Double {
    var mantissa = x.significand
    var exponent = Double(x.exponent)
    if mantissa > 1.4142135623730951 {
        mantissa /= 2
        exponent += 1
    }
    let ratio = (mantissa - 1) / (mantissa + 1)
    let square = ratio * ratio
    var series = 0.0
    for term in stride(from: 21.0, through: 1, by: -2) {
        series = series * square + 1 / term
    }
    return exponent * 0.6931471805599453 + 2 * ratio * series
}
