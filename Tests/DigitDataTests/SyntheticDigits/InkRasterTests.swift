import Testing

@testable import DigitData

struct InkRasterTests {
    /// A vertical line of radius 1.5 between the columns 8.5 and 11.5, with a rim of one pixel.
    let line = InkRaster(
        [PenTrace(points: [SIMD2(0, 0), SIMD2(0, 1)], radii: [1.5, 1.5])], rim: 1)

    @Test func inkFallsOffAcrossTheRim() {
        let row = line.ink[200..<220]
        // Pixel centres lie 0.5, 1.5 and 2.5 from the line's middle: inside, on the edge, outside.
        #expect(Array(row)[7...12] == [0, 0.5, 1, 1, 0.5, 0])
    }

    @Test func inkFillsTheSquareFromEdgeToEdge() {
        #expect(line.ink[9] > 0)
        #expect(line.ink[19 * 20 + 9] > 0)
    }

    @Test func proportionsAreKept() {
        let wide = InkRaster(
            [PenTrace(points: [SIMD2(0, 0), SIMD2(2, 1)], radii: [1, 1])], rim: 1)
        let rows = Set(wide.ink.indices.filter { wide.ink[$0] > 0.5 }.map { $0 / 20 })
        // A way of 18 pixels to the right goes down by 9; the pen adds about its two radii.
        #expect((10...11).contains(rows.count))
    }

    @Test func theCentreOfMassComesToTheMiddle() {
        // A hook whose weight lies at its left.
        let hook = InkRaster(
            [PenTrace(points: [SIMD2(1, 0), SIMD2(0, 0), SIMD2(0, 2)], radii: [1, 1, 1])], rim: 1)
        let pixels = hook.centred()
        let mass = pixels.reduce(0) { $0 + Double($1) }
        let column = pixels.indices.reduce(0) { $0 + Double($1 % 28) * Double(pixels[$1]) } / mass
        let row = pixels.indices.reduce(0) { $0 + Double($1 / 28) * Double(pixels[$1]) } / mass
        // Half a pixel of rounding, and less than a hundredth from the rounding of grey levels.
        #expect(abs(column - 13.5) < 0.51)
        #expect(abs(row - 13.5) < 0.51)
    }
}
