import Markup
import NotebookCore

/// Draws a bar for each category and series, upright where the categories' names fit below and lying where not.
///
/// On an axis without zero a bar's length would mislead, so that values are marks there, with their intervals.
struct BarPlot {
    /// Categories beyond this number are left to the table of data.
    static let categoryLimit = 200

    private let chart: BarChart
    private let note: String?

    init(_ chart: BarChart) {
        let count = chart.categories.count
        note = count > Self.categoryLimit ? "The first \(Self.categoryLimit) of \(count) are drawn." : nil
        var chart = chart
        chart.categories = Array(chart.categories.prefix(Self.categoryLimit))
        self.chart = chart
    }

    var plot: Plot {
        let frame = BarFrame(chart)
        guard frame.hasBars else { return .empty }
        var plot = frame.namesFitBelow ? UprightBars(frame).plot : LyingBars(frame).plot
        plot.note = note
        return plot
    }
}

/// What upright and lying bars share: the scale, the bars' places among their categories, and the legend.
struct BarFrame {
    /// One bar with all that is drawn of it.
    struct Bar {
        var series: Int
        var category: Int
        var value: Double
        /// Where the bar ends, 0…1 along the axis of values.
        var end: Double
        /// Its 95 % interval, 0…1 along the axis of values.
        var interval: ClosedRange<Double>?
        var label: String

        /// The farthest that the bar and its interval reach.
        var reach: Double { max(end, interval?.upperBound ?? 0) }
    }

    let chart: BarChart
    let scale: AxisScale
    let bars: [Bar]
    /// Where bars begin, 0…1; nil where values are marks.
    let base: Double?

    var hasBars: Bool { !bars.isEmpty }
    var categoryCount: Int { chart.categories.count }

    init(_ chart: BarChart) {
        self.chart = chart
        let count = chart.categories.count
        let shown = chart.series.map { $0.values.prefix(count) }
        let limits = chart.series.flatMap { $0.intervals.prefix(count).flatMap { [$0.lowerBound, $0.upperBound] } }
        let values = shown.joined().filter(AxisScale.isDrawable)
        // Zero is near enough to be shown where the smallest value is less than half of the largest.
        var axis = chart.value
        if let lowest = values.min(), let highest = values.max(), lowest < highest / 2 { axis.includesZero = true }
        let scale = AxisScale(showing: values + limits, on: axis, tickCount: 5, endsAtTicks: true)
        self.scale = scale
        let zero = scale.fraction(of: 0).flatMap { (-1e-9...1 + 1e-9).contains($0) ? $0 : nil }
        base = zero
        bars = shown.indices.flatMap { series in
            shown[series].indices.compactMap { category in
                let value = shown[series][category]
                guard let end = scale.fraction(of: value), zero != nil || (0...1).contains(end) else { return nil }
                let intervals = chart.series[series].intervals
                let interval = intervals.indices.contains(category) ? intervals[category] : nil
                return Bar(
                    series: series, category: category, value: value, end: min(max(end, 0), 1),
                    interval: interval.flatMap { Self.clamp($0, on: scale) },
                    label: chart.value.format.text(for: value))
            }
        }
    }

    private static func clamp(_ interval: ClosedRange<Double>, on scale: AxisScale) -> ClosedRange<Double>? {
        guard let lower = scale.fraction(of: interval.lowerBound), let upper = scale.fraction(of: interval.upperBound),
            lower <= 1, upper >= 0
        else { return nil }
        return max(lower, 0)...min(upper, 1)
    }

    var widestName: Double { chart.categories.map { TextWidth.estimate($0) }.max() ?? 0 }

    /// Whether the categories' names have room below upright bars on a phone, if need be some of them.
    var namesFitBelow: Bool {
        let slot = AxisDrawing.narrowWidth / Double(max(categoryCount, 1))
        return widestName + 6 <= slot || (widestName <= 36 && categoryCount > 5)
    }

    /// "Digit 5"
    func heading(of category: Int) -> String { "\(chart.categoryTitle) \(chart.categories[category])" }

    /// The values of a category, with their intervals: "test: 98.43 % (97.44 % to 99.04 %)".
    func values(of category: Int) -> [String] {
        chart.series.compactMap { series in
            guard series.values.indices.contains(category), AxisScale.isDrawable(series.values[category]) else {
                return nil
            }
            let hasInterval = series.intervals.indices.contains(category)
            let interval = hasInterval ? " (\(chart.value.format.text(for: series.intervals[category])))" : ""
            return Spot.line(series.name, chart.value.format.text(for: series.values[category]) + interval)
        }
    }

    /// The classes of a bar or mark.
    func className(for series: Int) -> String { Palette.className(for: series) }

    /// Names of the series; nil for a single one, which the axis of values names.
    var legend: Legend? {
        guard chart.series.count > 1 else { return nil }
        return Legend(
            chart.series.indices.map { index in
                Legend.Entry(
                    sample: base == nil
                        ? .line(LineStyle(series: index)) : .fill(className: "bar " + Palette.className(for: index)),
                    name: chart.series[index].name)
            })
    }
}
