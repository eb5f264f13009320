import Testing

@testable import DigitData

struct DigitStyleTests {
    /// A mixture is a digit only if its extremes correspond, knot by knot.
    @Test(arguments: 0...9)
    func extremesHaveTheSameStrokesAndKnots(digit: Int) {
        for style in DigitStyle.styles(of: digit) {
            #expect(style.weight > 0)
            let forms = style.extremes.map { strokes in strokes.map { $0.knots.count } }
            #expect(Set(forms).count == 1)
            #expect(Set(style.extremes.map { strokes in strokes.map(\.corners) }).count == 1)
        }
    }

    @Test(arguments: 0...9)
    func knotsLieInTheirBoxAndCornersInsideTheStroke(digit: Int) {
        for stroke in DigitStyle.styles(of: digit).flatMap(\.extremes).joined() {
            #expect(stroke.knots.allSatisfy { (0...1.25).contains($0.x) && (0...1).contains($0.y) })
            #expect(stroke.corners == stroke.corners.sorted())
            #expect(stroke.corners.allSatisfy { $0 > 0 && $0 < stroke.knots.count - 1 })
        }
    }

    @Test func aMixtureLiesBetweenItsExtremes() throws {
        let style = DigitStyle(weight: 1, [Stroke([(0, 0), (0, 1)])], [Stroke([(1, 0), (1, 1)])])
        var random = SplitMix64(seed: 1, index: 1)
        for _ in 0..<100 {
            let knots = try #require(style.mixture(&random).first).knots
            #expect((0...1).contains(knots[0].x))
            #expect(knots[0].x == knots[1].x)
            // The shares add up to one within a rounding of each.
            #expect(abs(knots[1].y - 1) < 1e-6)
        }
    }
}
