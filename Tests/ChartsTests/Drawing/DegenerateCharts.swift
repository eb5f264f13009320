import NotebookCore

/// Charts of data that nobody wishes for and some cell will have.
enum DegenerateCharts {
    static let all = withoutData + withData

    static let withoutData: [Chart] = [
        line([]), line([.init("empty", [])]), line([.init("nan", [.init(x: .nan, y: 1), .init(x: 1, y: .infinity)])]),
        bars([], []), bars(["a"], []), bars(["a"], [.init("", [.nan])]), bars([], [.init("", [1])]),
        histogram([], [1]), histogram([0], []), histogram([0, 1], []), histogram([0, 1], [0]),
        histogram([.nan, 1], [3]), heatMap([], [], []), heatMap(["a"], [], [[]]),
    ]

    static let withData: [Chart] = [
        line([.init("one point", [.init(x: 3, y: 4)])]),
        line([.init("equal", (0..<5).map { .init(x: Double($0), y: 7) })]),
        line([.init("one x", (0..<5).map { .init(x: 2, y: Double($0)) })]),
        line([.init("huge", [.init(x: 0, y: -1e150), .init(x: 1, y: 1e150)])]),
        line([.init("tiny", [.init(x: 0, y: 1e-300), .init(x: 1, y: 2e-300)])]),
        line([.init("many", (0..<10_000).map { .init(x: Double($0), y: Double($0 % 97)) })]),
        line([.init("unbounded interval", [.init(x: 0, y: 1, interval: -.infinity ... .infinity)])]),
        line((0..<40).map { .init("series \($0)", [.init(x: 0, y: 1), .init(x: 1, y: 2)]) }),
        line([.init("marked", [.init(x: 0, y: 1)])], marks: (0..<50).map { .init(x: Double($0), label: "mark \($0)") }),
        line([.init("marked", [.init(x: 0, y: 1)])], marks: [.init(x: .nan, label: "nowhere")]),
        bars(["only"], [.init("", [1])]), bars(["a", "b"], [.init("", [0, 0])]),
        bars(["a", "b"], [.init("", [-5, 5])]),
        bars(["a", "b"], [.init("short", [1]), .init("long", [1, 2, 3], intervals: [0...1])]),
        bars((0..<100).map { "category number \($0)" }, [.init("", (0..<100).map(Double.init))]),
        bars((0..<10_000).map { "\($0)" }, [.init("", (0..<10_000).map(Double.init))]),
        bars(["a"], (0..<30).map { .init("s\($0)", [Double($0)]) }),
        histogram([0, 1], [5]), histogram([0, 1, 2], [5]), histogram([0, 1], [5, 6, 7]),
        histogram([0, 0, 1], [1, 2]), histogram([0, 1, 2], [-4, 4]),
        histogram((0...5000).map(Double.init), (0..<5000).map { $0 }),
        histogram([0, 1], [.max]),
        heatMap(["a"], ["a"], [[0]]), heatMap(["a"], ["b"], [[5]]), heatMap(["a", "b"], ["a", "b"], [[1]]),
        heatMap(["a", "b"], ["a", "b"], []), heatMap(["a"], ["a"], [[-1]]), heatMap(["a"], ["b"], [[.max]]),
        heatMap(["a", "a"], ["b", "c"], [[.max, .max], [1, 2]]),
        heatMap(
            (0..<100).map { "\($0)" }, (0..<100).map { "\($0)" },
            [[Int]](repeating: [Int](repeating: 3, count: 100), count: 100)),
    ]

    private static let axis = Axis("Value", format: .significant(3))

    private static func line(_ series: [LineChart.Series], marks: [LineChart.Mark] = []) -> Chart {
        chart(.line(LineChart(x: axis, y: axis, series: series, marks: marks)))
    }

    private static func bars(_ categories: [String], _ series: [BarChart.Series]) -> Chart {
        chart(.bar(BarChart(categoryTitle: "Kind", categories: categories, value: axis, series: series)))
    }

    private static func histogram(_ edges: [Double], _ counts: [Int]) -> Chart {
        chart(.histogram(Histogram(x: axis, edges: edges, series: [.init("all", counts)])))
    }

    private static func heatMap(_ rows: [String], _ columns: [String], _ counts: [[Int]]) -> Chart {
        chart(.heatMap(HeatMap(rowTitle: "Row", columnTitle: "Column", rows: rows, columns: columns, counts: counts)))
    }

    private static func chart(_ kind: Chart.Kind) -> Chart { Chart(title: "Chart", alternativeText: "", kind: kind) }
}
