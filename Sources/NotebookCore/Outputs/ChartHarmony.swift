/// What the charts of one page have in common: each subject has one color in all of them, and axes that say that they show the
/// same are drawn to one scale.
package struct ChartHarmony: Sendable {
    private var colors: [String: Int] = [:]
    private var limits: [String: ClosedRange<Double>] = [:]

    /// - Parameter charts: All of the page, in order: subjects take the palette's colors as they come.
    package init(_ charts: [Chart]) {
        for chart in charts {
            switch chart.kind {
            case .line(let line):
                for subject in line.series.compactMap(\.subject) where colors[subject] == nil {
                    colors[subject] = colors.count
                }
                widen(line.y)
            case .bar(let bars): widen(bars.value)
            case .histogram, .heatMap: break
            }
        }
    }

    private mutating func widen(_ axis: Axis) {
        guard let scale = axis.scale, let own = axis.limits else { return }
        let known = limits[scale] ?? own
        limits[scale] = min(known.lowerBound, own.lowerBound)...max(known.upperBound, own.upperBound)
    }

    /// The chart as it goes with the others.
    package func applied(to chart: Chart) -> Chart {
        var chart = chart
        switch chart.kind {
        case .line(var line):
            for index in line.series.indices {
                line.series[index].color = line.series[index].subject.flatMap { colors[$0] }
            }
            line.y.limits = limits(of: line.y)
            chart.kind = .line(line)
        case .bar(var bars):
            bars.value.limits = limits(of: bars.value)
            chart.kind = .bar(bars)
        case .histogram, .heatMap: break
        }
        return chart
    }

    private func limits(of axis: Axis) -> ClosedRange<Double>? { axis.scale.flatMap { limits[$0] } ?? axis.limits }
}
