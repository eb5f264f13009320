/// ‖actual − expected‖ / ‖expected‖ in the Euclidean norm; not-a-number where either holds one.
func relativeError(_ actual: [some BinaryFloatingPoint], _ expected: [some BinaryFloatingPoint]) -> Double {
    guard actual.count == expected.count else { return .infinity }
    var difference = 0.0
    var norm = 0.0
    for (left, right) in zip(actual, expected) {
        difference += (Double(left) - Double(right)) * (Double(left) - Double(right))
        norm += Double(right) * Double(right)
    }
    return difference == 0 ? 0 : (difference / norm).squareRoot()
}

/// What single precision allows a kernel: sums of a few thousand products, each rounded to 2⁻²⁴.
let kernelTolerance = 1e-5

/// What central differences in double precision allow: h² of their truncation, 2⁻⁵³ / h of their rounding, h = 10⁻⁵.
let gradientTolerance = 1e-6

/// The derivatives of `function` by each of `point`'s coordinates, from central differences.
func centralDifferences(at point: [Double], of function: ([Double]) -> Double) -> [Double] {
    let step = 1e-5
    return point.indices.map { index in
        var above = point
        var below = point
        above[index] += step
        below[index] -= step
        return (function(above) - function(below)) / (2 * step)
    }
}

/// Σ left · right: a loss whose gradient with respect to `right` is `left`.
func dot(_ left: [Double], _ right: [Double]) -> Double {
    zip(left, right).reduce(0) { $0 + $1.0 * $1.1 }
}
