import Markup
import NotebookCore

/// Draws lines with their marks, 95 % intervals, direct labels and vertical marks.
struct LinePlot {
    static let height = 240.0
    /// Series with more points than this show no mark at each.
    private static let markLimit = 31
    /// Series with more intervals than this show them as a band.
    private static let whiskerLimit = 12
    /// Charts with more series than this name them in a legend alone.
    private static let directLabelLimit = 8

    let chart: LineChart
    let lines: [[LineChart.Point]]
    private let styles: [LineStyle]
    let x: AxisScale
    private let y: AxisScale

    init(_ chart: LineChart) {
        self.chart = chart
        styles = chart.series.enumerated().map { LineStyle($0.element, at: $0.offset) }
        lines = chart.series.map { PointThinning.thin($0.points) }
        let drawable = lines.joined().filter(\.isDrawable)
        x = AxisScale(
            showing: drawable.map(\.x) + chart.marks.map(\.x), on: chart.x, tickCount: 8, endsAtTicks: false)
        y = AxisScale(
            showing: drawable.flatMap { [$0.y, $0.interval?.lowerBound, $0.interval?.upperBound].compactMap { $0 } },
            on: chart.y, tickCount: 5, endsAtTicks: true)
    }

    var plot: Plot {
        guard lines.joined().contains(where: \.isDrawable) else { return .empty }
        let marks = VerticalMarks(chart.marks, on: x)
        let top = AxisDrawing.headHeight + marks.height
        let bottom = top + Self.height
        let startMargin = AxisDrawing.startMargin(for: [y])
        let labels = directLabels
        let labelWidth = labels.map { TextWidth.estimate($0.text, fontSize: 13) }.max() ?? 0
        let staysDirect = labelWidth <= 76 && lines.count <= 4
        let entries = chart.series.indices.map {
            Legend.Entry(sample: .line(styles[$0]), name: chart.series[$0].name)
        }
        let needsLegend = lines.count > 1 && (labels.isEmpty || !staysDirect)
        return Plot(
            extent: .height(bottom + AxisDrawing.footHeight), startMargin: startMargin,
            endMargin: labels.isEmpty ? 20 : labelWidth + 16, foldsEndLabels: !labels.isEmpty && !staysDirect,
            legend: needsLegend ? Legend(entries) : nil,
            content: Node.nodes {
                AxisDrawing.yTitle(chart.y, startMargin: startMargin)
                Element("g", .translate(x: 0, y: top)) {
                    AxisDrawing.yAxis(y, top: 0, bottom: Self.height)
                    AxisDrawing.xAxis(x, title: chart.x.titleWithUnit, y: Self.height)
                    marks.nodes(height: Self.height)
                    curves
                    for index in lines.indices { points(ofSeries: index) }
                    for label in labels {
                        Element(
                            "text", .class("end-label", styles[label.series].className), .x(percent: 100),
                            .y(label.y), Attribute("dx", 10), .centeredOnY
                        ) { label.text }
                    }
                    spots
                }
            })
    }

    /// Lines and bands, in a plane of 1000 units that stretches to the width there is.
    private var curves: Element {
        // Two pixels more above and below keep the strokes of extreme values whole.
        Element(
            "svg", .class("stretch"), .y(-2), Attribute("width", "100%"), Attribute("height", Self.height + 4),
            Attribute("viewBox", "0 -2 1000 \(Int(Self.height) + 4)"), Attribute("preserveAspectRatio", "none")
        ) {
            for (index, points) in lines.enumerated() {
                Element("g", .class(styles[index].className)) {
                    if showsBand(points) { Element("path", .class("band"), .d(band(points))) }
                    Element(
                        "path", .class("line"), .d(PathData(through: points.map(place))),
                        // Otherwise the stroke would stretch with the plane.
                        Attribute("vector-effect", "non-scaling-stroke"))
                }
            }
        }
    }

    /// Marks and whiskers of one series, which keep their shape whatever the width.
    private func points(ofSeries index: Int) -> Element? {
        let points = lines[index]
        let shown = points.count > Self.markLimit ? isolated(points) : points.filter(\.isDrawable)
        let shape = styles[index].shape
        let nodes = Node.nodes {
            for point in shown where isInside(point) {
                if !showsBand(points), let interval = point.interval,
                    let lower = y.fraction(of: interval.lowerBound), let upper = y.fraction(of: interval.upperBound)
                {
                    let x = place(point).x
                    Node.line(
                        "whisker", fromX: x / 10, y: pixel(max(lower, 0)), toX: x / 10, y: pixel(min(upper, 1)))
                }
                let place = place(point)
                shape.element(xPercent: place.x / 10, y: place.y)
            }
        }
        return nodes.isEmpty ? nil : Element("g", .class(styles[index].className)) { nodes }
    }

    /// The points that no line reaches, because both neighbours are missing.
    private func isolated(_ points: [LineChart.Point]) -> [LineChart.Point] {
        points.indices.filter { index in
            points[index].isDrawable
                && (index == 0 || !points[index - 1].isDrawable)
                && (index == points.count - 1 || !points[index + 1].isDrawable)
        }
        .map { points[$0] }
    }

    func isInside(_ point: LineChart.Point) -> Bool {
        guard let x = x.fraction(of: point.x), let y = y.fraction(of: point.y) else { return false }
        return (-1e-6...1 + 1e-6).contains(x) && (-1e-6...1 + 1e-6).contains(y)
    }

    private func showsBand(_ points: [LineChart.Point]) -> Bool {
        points.count { $0.interval != nil } > Self.whiskerLimit
    }

    /// x in thousandths of the width, y in pixels; not a number where the point has no place.
    private func place(_ point: LineChart.Point) -> PathData.Point {
        guard let x = x.fraction(of: point.x), let y = y.fraction(of: point.y) else {
            return PathData.Point(x: .nan, y: .nan)
        }
        return PathData.Point(x: x * 1000, y: pixel(y))
    }

    private func pixel(_ fraction: Double) -> Double { Self.height * (1 - fraction) }

    /// One outline for each run of points with intervals: along the upper limits, back along the lower ones.
    private func band(_ points: [LineChart.Point]) -> PathData {
        var path = PathData()
        for run in points.split(whereSeparator: { $0.interval == nil || !$0.isDrawable }) {
            let edges = run.compactMap { point -> (x: Double, lower: Double, upper: Double)? in
                guard let interval = point.interval, let x = x.fraction(of: point.x),
                    let lower = y.fraction(of: interval.lowerBound), let upper = y.fraction(of: interval.upperBound)
                else { return nil }
                return (x * 1000, pixel(lower), pixel(upper))
            }
            for edge in edges { path.line(x: edge.x, y: edge.upper) }
            for edge in edges.reversed() { path.line(x: edge.x, y: edge.lower) }
            path.close()
        }
        return path
    }

    private struct DirectLabel {
        var series: Int
        var text: String
        var y: Double
    }

    /// The series' names beside the ends of their lines, moved apart where they would meet; none for many series.
    private var directLabels: [DirectLabel] {
        let ends = lines.indices.compactMap { index in
            lines[index].last(where: \.isDrawable).map { (series: index, y: place($0).y) }
        }
        guard (1...Self.directLabelLimit).contains(ends.count) else { return [] }
        // A single line is named by the chart's title and its y axis, unless its name says more.
        if ends.count == 1, chart.series[ends[0].series].name.isEmpty { return [] }
        let places = LabelSpreading.places(for: ends.map(\.y), gap: 16, within: 0...Self.height)
        return zip(ends, places).map { end, place in
            DirectLabel(series: end.series, text: TextWidth.fit(chart.series[end.series].name, in: 150), y: place)
        }
    }
}
