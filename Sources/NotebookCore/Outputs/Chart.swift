/// What a chart shows; how it looks is the renderer's concern.
package struct Chart: Hashable, Sendable, Codable {
    /// The kinds of chart.
    package enum Kind: Hashable, Sendable, Codable {
        case line(LineChart)
        case bar(BarChart)
        case histogram(Histogram)
        case heatMap(HeatMap)
    }

    package var title: String
    /// One or two sentences generated from the data, for those who do not see the chart.
    package var alternativeText: String
    package var kind: Kind

    package init(title: String, alternativeText: String, kind: Kind) {
        self.title = title
        self.alternativeText = alternativeText
        self.kind = kind
    }
}

/// One axis of a chart.
package struct Axis: Hashable, Sendable, Codable {
    /// What is measured, such as "Accuracy".
    package var title: String
    /// The unit to name beside the title, such as "pixels"; nil where the format or the title says it.
    package var unit: String?
    package var format: NumberFormat
    /// Limits to show; nil chooses them from the data.
    package var limits: ClosedRange<Double>?
    /// Whether the axis has to begin at zero.
    package var includesZero: Bool
    /// Names a scale that axes of several charts share; nil for one of its own.
    package var scale: String?

    package init(
        _ title: String, unit: String? = nil, format: NumberFormat,
        limits: ClosedRange<Double>? = nil, includesZero: Bool = false, scale: String? = nil
    ) {
        self.title = title
        self.unit = unit
        self.format = format
        self.limits = limits
        self.includesZero = includesZero
        self.scale = scale
    }
}

/// Series of points joined by lines.
package struct LineChart: Hashable, Sendable, Codable {
    package struct Point: Hashable, Sendable, Codable {
        package var x: Double
        package var y: Double
        /// 95 % interval of y, where known.
        package var interval: ClosedRange<Double>?

        package init(x: Double, y: Double, interval: ClosedRange<Double>? = nil) {
            self.x = x
            self.y = y
            self.interval = interval
        }
    }

    package struct Series: Hashable, Sendable, Codable {
        package var name: String
        package var points: [Point]
        /// What the series is of, such as a trained run, which has one color in all charts of a page; nil for nothing of the
        /// kind.
        package var subject: String?
        /// Whether the line is dashed, as that of a run's training figures beside its validation figures.
        package var isDashed: Bool?
        /// Position in the palette; nil for that of the series in its chart.
        package var color: Int?

        package init(_ name: String, _ points: [Point], of subject: String? = nil, isDashed: Bool? = nil) {
            self.name = name
            self.points = points
            self.subject = subject
            self.isDashed = isDashed
        }
    }

    /// A vertical mark at an x, such as the best epoch.
    package struct Mark: Hashable, Sendable, Codable {
        package var x: Double
        package var label: String

        package init(x: Double, label: String) {
            self.x = x
            self.label = label
        }
    }

    package var x: Axis
    package var y: Axis
    package var series: [Series]
    package var marks: [Mark]

    package init(x: Axis, y: Axis, series: [Series], marks: [Mark] = []) {
        self.x = x
        self.y = y
        self.series = series
        self.marks = marks
    }
}

/// A bar for each category and series.
package struct BarChart: Hashable, Sendable, Codable {
    package struct Series: Hashable, Sendable, Codable {
        package var name: String
        /// A value for each category.
        package var values: [Double]
        /// 95 % intervals, one for each value, or empty.
        package var intervals: [ClosedRange<Double>]

        package init(_ name: String, _ values: [Double], intervals: [ClosedRange<Double>] = []) {
            self.name = name
            self.values = values
            self.intervals = intervals
        }
    }

    /// Title of the axis of categories, such as "Digit".
    package var categoryTitle: String
    package var categories: [String]
    package var value: Axis
    package var series: [Series]

    package init(categoryTitle: String, categories: [String], value: Axis, series: [Series]) {
        self.categoryTitle = categoryTitle
        self.categories = categories
        self.value = value
        self.series = series
    }
}

/// Shares of each series' observations that fall into bins of one numeric axis.
package struct Histogram: Hashable, Sendable, Codable {
    package struct Series: Hashable, Sendable, Codable {
        package var name: String
        /// Observations in each bin.
        package var counts: [Int]

        package init(_ name: String, _ counts: [Int]) {
            self.name = name
            self.counts = counts
        }
    }

    package var x: Axis
    /// Ascending edges; one more than bins.
    package var edges: [Double]
    package var series: [Series]

    package init(x: Axis, edges: [Double], series: [Series]) {
        self.x = x
        self.edges = edges
        self.series = series
    }
}

/// Counts by row and column, such as a confusion matrix.
package struct HeatMap: Hashable, Sendable, Codable {
    package var rowTitle: String
    package var columnTitle: String
    package var rows: [String]
    package var columns: [String]
    /// Counts, row by row.
    package var counts: [[Int]]
    /// Images behind some of the cells, each cell once.
    package var examples: [Examples]

    package init(
        rowTitle: String, columnTitle: String, rows: [String], columns: [String], counts: [[Int]],
        examples: [Examples] = []
    ) {
        self.rowTitle = rowTitle
        self.columnTitle = columnTitle
        self.rows = rows
        self.columns = columns
        self.counts = counts
        self.examples = examples
    }
}
