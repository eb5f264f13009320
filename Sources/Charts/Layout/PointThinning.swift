import NotebookCore

/// Leaves out points of a line that no reader could tell apart.
enum PointThinning {
    /// Lines with more points than this are thinned.
    static let limit = 600

    /// The points of a line, or, of a long one, those that keep its shape: first, lowest, highest and last of
    /// each of 150 stretches (M4, Jugel et al. 2014). A stretch with a gap in it keeps one point that is not drawable.
    static func thin(_ points: [LineChart.Point]) -> [LineChart.Point] {
        guard points.count > limit else { return points }
        let stretches = 150
        return (0..<stretches).flatMap { stretch in
            let start = points.count * stretch / stretches
            let end = points.count * (stretch + 1) / stretches
            return representatives(of: points[start..<end])
        }
    }

    private static func representatives(of points: ArraySlice<LineChart.Point>) -> [LineChart.Point] {
        let drawable = points.indices.filter { points[$0].isDrawable }
        var kept = Set([drawable.first, drawable.last].compactMap { $0 })
        if let lowest = drawable.min(by: { points[$0].y < points[$1].y }) { kept.insert(lowest) }
        if let highest = drawable.max(by: { points[$0].y < points[$1].y }) { kept.insert(highest) }
        if let gap = points.indices.first(where: { !points[$0].isDrawable }) { kept.insert(gap) }
        return kept.sorted().map { points[$0] }
    }
}

extension LineChart.Point {
    /// Whether the point has a place in a chart.
    var isDrawable: Bool { AxisScale.isDrawable(x) && AxisScale.isDrawable(y) }
}
