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
    ///
    /// Written with plain numbers: this is where the time goes, in unoptimised builds above all.
    private mutating func draw(
        _ start: SIMD2<Float>, _ end: SIMD2<Float>, _ startRadius: Float, _ endRadius: Float, _ rim: Float
    ) {
        let (startX, startY) = (start.x, start.y)
        let (wayX, wayY) = (end.x - start.x, end.y - start.y)
        let length = max(wayX * wayX + wayY * wayY, 1e-9)
        let widening = endRadius - startRadius
        let reach = max(startRadius, endRadius) + rim / 2
        let rows = Self.pixels(from: min(start.y, end.y) - reach, to: max(start.y, end.y) + reach)
        let columns = Self.pixels(from: min(start.x, end.x) - reach, to: max(start.x, end.x) + reach)
        ink.withUnsafeMutableBufferPointer { ink in
            var row = rows.lowerBound
            while row < rows.upperBound {
                let offsetY = Float(row) + 0.5 - startY
                var column = columns.lowerBound
                while column < columns.upperBound {
                    let offsetX = Float(column) + 0.5 - startX
                    let position = (offsetX * wayX + offsetY * wayY) / length
                    let along: Float = position < 0 ? 0 : position > 1 ? 1 : position
                    let (awayX, awayY) = (offsetX - wayX * along, offsetY - wayY * along)
                    let distance = (awayX * awayX + awayY * awayY).squareRoot()
                    let value = (startRadius + widening * along - distance) / rim + 0.5
                    let index = row * Self.side + column
                    if value > ink[index] { ink[index] = value < 1 ? value : 1 }
                    column += 1
                }
                row += 1
            }
        }
    }

    /// The rows or columns whose centres lie between two coordinates, as far as the square has them.
    private static func pixels(from low: Float, to high: Float) -> Range<Int> {
        let first = min(max(Int((low - 0.5).rounded(.up)), 0), side)
        return first..<min(max(Int((high - 0.5).rounded(.down)) + 1, first), side)
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
