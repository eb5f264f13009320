/// The outline of an SVG path: `M0 0L10 5.5Z`.
///
/// A point that is not finite is a gap: what follows it begins a new piece.
package struct PathData: Sendable, Equatable {
    /// The value of the attribute `d`; empty for a path without points.
    package private(set) var text = ""
    private var isPenDown = false

    /// A point of the plane that is drawn on: x to the right, y downwards.
    package struct Point: Sendable, Equatable {
        /// How far right.
        package let x: Double
        /// How far down.
        package let y: Double

        /// Creates the point at two coordinates.
        package init(x: Double, y: Double) {
            self.x = x
            self.y = y
        }
    }

    /// A path without points.
    package init() {}

    /// The line through points, with a gap at each that is not finite.
    package init(through points: some Sequence<Point>) {
        for point in points { line(x: point.x, y: point.y) }
    }

    /// Begins a new piece at a point.
    package mutating func move(x: Double, y: Double) {
        isPenDown = false
        line(x: x, y: y)
    }

    /// Draws a straight line to a point; at the start of a piece, begins there.
    package mutating func line(x: Double, y: Double) {
        guard let x = SVGNumber(x), let y = SVGNumber(y) else {
            isPenDown = false
            return
        }
        text += "\(isPenDown ? "L" : "M")\(x.text) \(y.text)"
        isPenDown = true
    }

    /// Draws a line back to where the piece began, and ends it.
    package mutating func close() {
        if isPenDown { text += "Z" }
        isPenDown = false
    }
}
