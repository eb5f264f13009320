import Testing

@testable import DigitData

struct SplineTests {
    @Test func goesThroughItsKnots() {
        let stroke = Stroke([(0, 0), (0.3, 0.1), (0.5, 0.6), (0.2, 1)], corners: [2])
        let line = Spline.polyline(stroke, steps: 4)
        #expect(line.count == 13)
        for (index, knot) in stroke.knots.enumerated() {
            // A few roundings of numbers below one.
            #expect((line[index * 4] - knot).max() < 1e-6 && (knot - line[index * 4]).max() < 1e-6)
        }
    }

    @Test func aStraightStrokeStaysStraight() {
        let line = Spline.polyline(Stroke([(0.1, 0), (0.1, 0.2), (0.1, 1)]), steps: 5)
        #expect(line.allSatisfy { abs($0.x - 0.1) < 1e-6 })
        #expect(zip(line, line.dropFirst()).allSatisfy { $0.y < $1.y })
    }

    /// Without a corner the curve leaves the straight way before it turns; with one it does not.
    @Test func turnsAtOnceOnlyAtACorner() {
        let knots: [(Float, Float)] = [(0, 0), (0.5, 0), (0.5, 0.5)]
        let sharp = Spline.polyline(Stroke(knots, corners: [1]), steps: 6)
        let round = Spline.polyline(Stroke(knots), steps: 6)
        #expect(sharp[..<7].allSatisfy { $0.y == 0 })
        #expect(round[..<7].contains { abs($0.y) > 0.01 })
    }

    @Test func knotsOnOneSpotGiveNumbers() {
        let line = Spline.polyline(Stroke([(0.5, 0.5), (0.5, 0.5), (0.5, 0.5)]), steps: 3)
        #expect(line.allSatisfy { $0 == SIMD2(0.5, 0.5) })
    }
}
