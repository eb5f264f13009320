/// A square of ink, drawn through the distance of each pixel's centre from the strokes.
struct InkRaster: Sendable {
    /// Side of the square in pixels: MNIST's digits are fitted into 20×20.
    static let side = 20

    /// Ink of each pixel from 0 to 1, rows from the top.
    private(set) var ink = [Float](repeating: 0, count: side * side)

    /// Draws traces, scaled as a whole so that their ink just fits the square, each form keeping its proportions.
    init(_ traces: [PenTrace], rim: Float) {
        var low = SIMD2<Float>(repeating: .greatestFiniteMagnitude)
        var high = -low
        var radius: Float = 0
        for trace in traces {
            for (point, width) in zip(trace.points, trace.radii) {
                low = pointwiseMin(low, point)
                high = pointwiseMax(high, point)
                radius = max(radius, width)
            }
        }
        let extent = max((high - low).max(), 1e-3)
        let scale = (Float(Self.side) - 2 * radius) / extent
        let middle = (low + high) / 2
        for trace in traces {
            let points = trace.points.map { ($0 - middle) * scale + SIMD2(repeating: Float(Self.side) / 2) }
            for i in points.indices.dropLast() {
                draw(points[i], points[i + 1], trace.radii[i], trace.radii[i + 1], rim)
            }
        }
    }

    /// Draws a straight piece whose radius goes from `startRadius` to `endRadius`.
    private mutating func draw(
        _ start: SIMD2<Float>, _ end: SIMD2<Float>, _ startRadius: Float, _ endRadius: Float, _ rim: Float
    ) {
        let reach = SIMD2(repeating: max(startRadius, endRadius) + rim / 2)
        let last = Float(Self.side - 1)
        let zero = SIMD2<Float>.zero
        let limit = SIMD2(repeating: last)
        let half = SIMD2<Float>(repeating: 0.5)
        let low = (pointwiseMin(start, end) - reach - half).rounded(.up).clamped(lowerBound: zero, upperBound: limit)
        let high = (pointwiseMax(start, end) + reach - half).rounded(.down).clamped(lowerBound: zero, upperBound: limit)
        let way = end - start
        let length = max((way * way).sum(), 1e-9)
        for row in Int(low.y)...max(Int(low.y), Int(high.y)) {
            for column in Int(low.x)...max(Int(low.x), Int(high.x)) {
                let centre = SIMD2(Float(column) + 0.5, Float(row) + 0.5)
                let offset = centre - start
                let along = min(max((offset * way).sum() / length, 0), 1)
                let away = offset - way * along
                let distance = (away * away).sum().squareRoot()
                let radius = startRadius + (endRadius - startRadius) * along
                let value = min(max((radius - distance) / rim + 0.5, 0), 1)
                let index = row * Self.side + column
                if value > ink[index] { ink[index] = value }
            }
        }
    }

    /// The ink as grey levels in a picture of 28×28, moved by whole pixels so that its centre of mass comes to the
    /// picture's centre, as MNIST's digits are.
    func centred() -> [UInt8] {
        let size = SyntheticDigits.side
        var mass: Float = 0
        var moment = SIMD2<Float>.zero
        for row in 0..<Self.side {
            for column in 0..<Self.side {
                let value = ink[row * Self.side + column]
                mass += value
                moment += SIMD2(Float(column), Float(row)) * value
            }
        }
        let centre = moment / max(mass, 1e-6)
        let wanted = (SIMD2(repeating: Float(size - 1) / 2) - centre).rounded(.toNearestOrAwayFromZero)
        // The whole square stays inside the picture.
        let offset = wanted.clamped(lowerBound: .zero, upperBound: SIMD2(repeating: Float(size - Self.side)))
        let (left, top) = (Int(offset.x), Int(offset.y))
        var pixels = [UInt8](repeating: 0, count: size * size)
        for row in 0..<Self.side {
            for column in 0..<Self.side {
                pixels[(row + top) * size + column + left] = UInt8(ink[row * Self.side + column] * 255 + 0.5)
            }
        }
        return pixels
    }
}
