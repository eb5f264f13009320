import Testing

@testable import DigitData

struct StrokeTests {
    @Test func isLengthenedInTheDirectionOfItsEnds() {
        var stroke = Stroke([(0, 0), (0.5, 0), (0.5, 1)])
        stroke.extend(start: 0.1, end: 0.2)
        #expect(stroke.knots == [SIMD2(-0.1, 0), SIMD2(0.5, 0), SIMD2(0.5, 1.2)])
    }

    @Test func isNeverShortenedBeyondHalfItsLastPiece() {
        var stroke = Stroke([(0, 0), (0.5, 0), (1, 0)])
        stroke.extend(start: -3, end: -3)
        #expect(stroke.knots == [SIMD2(0.25, 0), SIMD2(0.5, 0), SIMD2(0.75, 0)])
    }

    @Test func crowdedKnotsMoveLess() {
        var random = SplitMix64(seed: 3, index: 0)
        var largest: (apart: Float, crowded: Float) = (0, 0)
        for _ in 0..<200 {
            var apart = Stroke([(0, 0), (0, 0.5)])
            var crowded = Stroke([(0, 0), (0, 0.025)])
            apart.jitter(0.01, &random)
            crowded.jitter(0.01, &random)
            largest.apart = max(largest.apart, abs(apart.knots[0].x))
            largest.crowded = max(largest.crowded, abs(crowded.knots[0].x))
        }
        // A tenth of the distance, a tenth of the deviation; 3.5 deviations are the most.
        #expect(largest.crowded <= 0.0035)
        #expect((0.01...0.035).contains(largest.apart))
    }
}
