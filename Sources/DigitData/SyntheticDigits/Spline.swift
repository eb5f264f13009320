/// Smooth curves through knots.
enum Spline {
    /// Points of the curve through a stroke's knots, `steps` for each piece between two knots.
    ///
    /// Centripetal Catmull–Rom splines, which make no loops of their own (Yuksel, Schaefer, Keyser 2011), evaluated
    /// with the pyramid of Barry and Goldman 1988; a stroke's corners end one curve and begin the next.
    static func polyline(_ stroke: Stroke, steps: Int) -> [SIMD2<Float>] {
        guard stroke.knots.count > 1 else { return stroke.knots }
        var points = [stroke.knots[0]]
        points.reserveCapacity(stroke.knots.count * steps)
        var start = 0
        for end in stroke.corners + [stroke.knots.count - 1] where end > start {
            append(stroke.knots[start...end], steps: steps, to: &points)
            start = end
        }
        return points
    }

    private static func append(_ knots: ArraySlice<SIMD2<Float>>, steps: Int, to points: inout [SIMD2<Float>]) {
        let first = knots.startIndex
        let last = knots.endIndex - 1
        for i in first..<last {
            let (b, c) = (knots[i], knots[i + 1])
            // Beyond the ends the curve goes on as it came.
            let a = i > first ? knots[i - 1] : b + b - c
            let d = i + 1 < last ? knots[i + 2] : c + c - b
            let tb = interval(a, b)
            let tc = tb + interval(b, c)
            let td = tc + interval(c, d)
            for step in 1...steps {
                let t = tb + (tc - tb) * (Float(step) / Float(steps))
                let ab = mix(a, b, 0, tb, t)
                let bc = mix(b, c, tb, tc, t)
                let cd = mix(c, d, tc, td, t)
                points.append(mix(mix(ab, bc, 0, tc, t), mix(bc, cd, tb, td, t), tb, tc, t))
            }
        }
    }

    /// The square root of the distance, kept from zero where jitter put two knots on one spot.
    private static func interval(_ from: SIMD2<Float>, _ to: SIMD2<Float>) -> Float {
        let way = to - from
        return max((way * way).sum().squareRoot().squareRoot(), 1e-3)
    }

    private static func mix(
        _ from: SIMD2<Float>, _ to: SIMD2<Float>, _ start: Float, _ end: Float, _ t: Float
    ) -> SIMD2<Float> {
        from + (to - from) * ((t - start) / (end - start))
    }
}
