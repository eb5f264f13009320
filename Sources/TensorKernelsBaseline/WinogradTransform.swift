/// The transforms of Winograd's minimal filtering F(4×4, 3×3), on vectors of channels (Lavin & Gray 2016).
///
/// In one dimension, 3 filter taps and 4 outputs are the coefficients of polynomials whose product is known by its
/// values at 6 points. In two dimensions a tile of 6 × 6 inputs thus gives 4 × 4 outputs by 36 multiplications,
/// where the definition takes 144. The points are 0, ±11/16, ±3/2 and ∞: they and their squares are exact in binary,
/// and the results come out twice as accurate as with the usual 0, ±1, ±2 and ∞.
enum WinogradTransform {
    /// Side of the square of outputs that a tile computes.
    static let outputSide = 4
    /// Side of the square of inputs that a tile reads.
    static let inputSide = 6
    /// Points, in two dimensions, at which tiles and filters are multiplied.
    static let positions = inputSide * inputSide

    // The points a and b, and what a polynomial with a root at each other point is worth at 0, a and b.
    private static let a: Float = 11 / 16
    private static let b: Float = 3 / 2
    private static let valueAtZero: Float = a * a * b * b
    private static let valueAtA: Float = 2 * a * a * (a * a - b * b)
    private static let valueAtB: Float = 2 * b * b * (b * b - a * a)

    /// Six inputs to their values at the points: the transposed interpolation of a product.
    @inline(__always)
    static func input(_ x: InlineArray<6, Vector>) -> InlineArray<6, Vector> {
        let evenA = x[4].adding(Vector(repeating: -b * b), times: x[2])
        let oddA = x[3].adding(Vector(repeating: -b * b), times: x[1])
        let evenB = x[4].adding(Vector(repeating: -a * a), times: x[2])
        let oddB = x[3].adding(Vector(repeating: -a * a), times: x[1])
        let product = Vector(repeating: a * a * b * b)
        let sum = Vector(repeating: -(a * a + b * b))
        return [
            x[4].adding(product, times: x[0]).adding(sum, times: x[2]),
            evenA.adding(Vector(repeating: a), times: oddA),
            evenA.adding(Vector(repeating: -a), times: oddA),
            evenB.adding(Vector(repeating: b), times: oddB),
            evenB.adding(Vector(repeating: -b), times: oddB),
            x[5].adding(product, times: x[1]).adding(sum, times: x[3]),
        ]
    }

    /// Three filter taps to their values at the points, divided so that no other transform has to divide.
    @inline(__always)
    static func filter(_ x: InlineArray<3, Vector>) -> InlineArray<6, Vector> {
        let evenA = (x[0].adding(Vector(repeating: a * a), times: x[2])) * Vector(repeating: 1 / valueAtA)
        let oddA = x[1] * Vector(repeating: a / valueAtA)
        let evenB = (x[0].adding(Vector(repeating: b * b), times: x[2])) * Vector(repeating: 1 / valueAtB)
        let oddB = x[1] * Vector(repeating: b / valueAtB)
        return [
            x[0] * Vector(repeating: 1 / valueAtZero), evenA + oddA, evenA - oddA, evenB + oddB, evenB - oddB, x[2],
        ]
    }

    /// The products at the points to four outputs.
    @inline(__always)
    static func output(_ x: InlineArray<6, Vector>) -> InlineArray<4, Vector> {
        let evenA = x[1] + x[2]
        let oddA = (x[1] - x[2]) * Vector(repeating: a)
        let evenB = x[3] + x[4]
        let oddB = (x[3] - x[4]) * Vector(repeating: b)
        let squareA = Vector(repeating: a * a)
        let squareB = Vector(repeating: b * b)
        return [
            x[0] + evenA + evenB,
            oddA + oddB,
            (evenA * squareA).adding(squareB, times: evenB),
            x[5].adding(squareA, times: oddA).adding(squareB, times: oddB),
        ]
    }

    /// Four output gradients to their values at the points.
    @inline(__always)
    static func outputGradient(_ x: InlineArray<4, Vector>) -> InlineArray<6, Vector> {
        let evenA = x[0].adding(Vector(repeating: a * a), times: x[2])
        let oddA = x[1].adding(Vector(repeating: a * a), times: x[3])
        let evenB = x[0].adding(Vector(repeating: b * b), times: x[2])
        let oddB = x[1].adding(Vector(repeating: b * b), times: x[3])
        return [
            x[0],
            evenA.adding(Vector(repeating: a), times: oddA),
            evenA.adding(Vector(repeating: -a), times: oddA),
            evenB.adding(Vector(repeating: b), times: oddB),
            evenB.adding(Vector(repeating: -b), times: oddB),
            x[3],
        ]
    }

    /// The sums of products at the points to the gradients of three filter taps; divides what was not divided before.
    @inline(__always)
    static func filterGradient(_ x: InlineArray<6, Vector>) -> InlineArray<3, Vector> {
        let evenA = (x[1] + x[2]) * Vector(repeating: 1 / valueAtA)
        let oddA = (x[1] - x[2]) * Vector(repeating: a / valueAtA)
        let evenB = (x[3] + x[4]) * Vector(repeating: 1 / valueAtB)
        let oddB = (x[3] - x[4]) * Vector(repeating: b / valueAtB)
        return [
            (evenA + evenB).adding(Vector(repeating: 1 / valueAtZero), times: x[0]),
            oddA + oddB,
            x[5].adding(Vector(repeating: a * a), times: evenA).adding(Vector(repeating: b * b), times: evenB),
        ]
    }

    /// Floats of memory that `apply` needs between its two passes, and behind them room for a tile of outputs.
    static var memoryCount: Int { (positions + outputSide * outputSide) * Vector.lanes }

    /// Transforms a square of vectors along its columns, then along its rows.
    ///
    /// What is between the two lies in `memory`: a local array would be filled with zeros first.
    @inline(__always)
    static func apply<let inputs: Int, let outputs: Int>(
        _ transform: (InlineArray<inputs, Vector>) -> InlineArray<outputs, Vector>,
        memory: UnsafeMutablePointer<Float>,
        load: (_ row: Int, _ column: Int) -> Vector, store: (_ row: Int, _ column: Int, _ value: Vector) -> Void
    ) {
        let lanes = Vector.lanes
        for column in 0..<inputs {
            var values = InlineArray<inputs, Vector>(repeating: Vector())
            for row in 0..<inputs { values[row] = load(row, column) }
            let results = transform(values)
            for row in 0..<outputs { results[row].store(to: memory + (row * inputs + column) * lanes, lanes: lanes) }
        }
        for row in 0..<outputs {
            var values = InlineArray<inputs, Vector>(repeating: Vector())
            for column in 0..<inputs {
                values[column] = Vector(memory + (row * inputs + column) * lanes, lanes: lanes)
            }
            let results = transform(values)
            for column in 0..<outputs { store(row, column, results[column]) }
        }
    }
}
