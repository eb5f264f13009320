/// The centre line of one stroke in ink, with the pen's radius at each point.
struct PenTrace: Sendable {
    var points: [SIMD2<Float>]
    var radii: [Float]

    /// Writes a style's strokes by hand: knots astray, the plane bent, the pen trembling, the whole slanted.
    ///
    /// Coordinates stay those of the style; radii are in pixels.
    static func write(_ strokes: [Stroke], _ hand: Handwriting, _ random: inout SplitMix64) -> [PenTrace] {
        let field = ElasticField(deviation: hand.elasticity, &random)
        let cosine = (1 - hand.halfTurn * hand.halfTurn) / (1 + hand.halfTurn * hand.halfTurn)
        let sine = 2 * hand.halfTurn / (1 + hand.halfTurn * hand.halfTurn)
        return strokes.map { stroke in
            var stroke = stroke
            stroke.jitter(hand.knotJitter, &random)
            stroke.extend(start: random.bell(hand.overshoot), end: random.bell(hand.overshoot))
            let line = Spline.polyline(stroke, steps: stepsPerKnot)
            var tremor = SmoothNoise(&random)
            var pressure = SmoothNoise(&random)
            var trace = PenTrace(points: [], radii: [])
            trace.points.reserveCapacity(line.count)
            trace.radii.reserveCapacity(line.count)
            for point in line {
                var place = field.moved(point)
                place += tremor.next(&random) * hand.tremor
                place.y += hand.waist * 4 * place.y * (1 - place.y)
                place.x *= hand.aspect * (1 + hand.taper * (0.5 - place.y))
                place.x += (0.5 - place.y) * hand.slant
                trace.points.append(
                    SIMD2(place.x * cosine - place.y * sine, place.x * sine + place.y * cosine))
                trace.radii.append(hand.penRadius * max(0.5, 1 + pressure.next(&random).x * hand.penVariation))
            }
            return trace
        }
    }

    /// Points between two knots: about half a pixel of the finished picture apart.
    private static let stepsPerKnot = 6
}
