import NotebookCore

/// How a series is drawn: its color and dashes as classes, and the shape of its marks.
struct LineStyle: Equatable {
    let className: String
    let shape: MarkShape

    private init(className: String, shape: MarkShape) {
        self.className = className
        self.shape = shape
    }

    /// The style of a series by its position in a chart.
    init(series: Int) {
        className = Palette.className(for: series)
        shape = MarkShape(series: series)
    }

    /// The style of one of a chart's series: that of its subject, if it has one, else of its position.
    init(_ series: LineChart.Series, at position: Int) {
        guard let color = series.color else {
            self.init(series: position)
            return
        }
        self.init(
            className: Palette.colorName(for: color) + (series.isDashed == true ? " dashed" : ""),
            // Beyond the palette, colors repeat with other marks.
            shape: MarkShape(series: color + color / Palette.count))
    }
}
