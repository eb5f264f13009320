/// One way in which people write a digit, with its extremes.
///
/// All extremes have the same strokes with the same number of knots, so that every mixture of them is a digit too.
struct DigitStyle: Sendable {
    /// How often this style is chosen, relative to the digit's other styles.
    let weight: Float
    /// The forms between which the style varies; at least one.
    let extremes: [[Stroke]]

    init(weight: Float, _ extremes: [Stroke]...) {
        self.weight = weight
        self.extremes = extremes
    }

    /// The styles of a digit in `0...9`.
    static func styles(of digit: Int) -> [DigitStyle] { all[digit] }

    private static let all = [zero, one, two, three, four, five, six, seven, eight, nine]

    /// A mixture of the extremes, mostly near one or between two of them.
    func mixture(_ random: inout SplitMix64) -> [Stroke] {
        let shares = extremes.map { _ in
            let share = random.unit()
            return share * share * share
        }
        let total = max(shares.reduce(0, +), 1e-6)
        var strokes = extremes[0]
        for stroke in strokes.indices {
            for knot in strokes[stroke].knots.indices {
                var sum = SIMD2<Float>.zero
                for (extreme, share) in zip(extremes, shares) {
                    sum += extreme[stroke].knots[knot] * (share / total)
                }
                strokes[stroke].knots[knot] = sum
            }
        }
        return strokes
    }
}
