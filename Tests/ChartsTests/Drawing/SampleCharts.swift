import NotebookCore

/// Small charts of every kind.
enum SampleCharts {
    static let line = Chart(
        title: "Loss by epoch", alternativeText: "Loss falls from 0.4 to 0.1.",
        kind: .line(
            LineChart(
                x: Axis("Epoch", format: .integer), y: Axis("Loss", format: .fixed(3), includesZero: true),
                series: [
                    .init("training", [.init(x: 1, y: 0.4), .init(x: 2, y: 0.2), .init(x: 3, y: 0.1)]),
                    .init(
                        "validation",
                        [.init(x: 1, y: 0.3, interval: 0.25...0.35), .init(x: 2, y: .nan), .init(x: 3, y: 0.12)]),
                ],
                marks: [.init(x: 2, label: "best epoch")])))

    static let bars = Chart(
        title: "Images of each digit", alternativeText: "Between 5 and 9.",
        kind: .bar(
            BarChart(
                categoryTitle: "Digit", categories: ["0", "1"],
                value: Axis("Images", format: .integer, includesZero: true),
                series: [.init("training", [9, 5], intervals: [8...10, 4...6]), .init("test", [3, 2])])))

    static let marks = Chart(
        title: "Accuracy of each digit", alternativeText: "Between 98 % and 99 %.",
        kind: .bar(
            BarChart(
                categoryTitle: "Digit", categories: ["0", "1"], value: Axis("Accuracy", format: .percent(1)),
                series: [.init("test", [0.98, 0.99], intervals: [0.97...0.985, 0.985...0.995])])))

    static let lyingBars = Chart(
        title: "Parameters", alternativeText: "The network has fewer.",
        kind: .bar(
            BarChart(
                categoryTitle: "Model", categories: ["a convolutional network", "a network of dense layers"],
                value: Axis("Parameters", format: .integer, includesZero: true),
                series: [.init("", [390_858, 1_863_690])])))

    static let histogram = Chart(
        title: "Confidence", alternativeText: "Right answers are confident.",
        kind: .histogram(
            Histogram(
                x: Axis("Confidence", format: .percent(0)), edges: [0, 0.5, 1],
                series: [.init("right", [10, 9890]), .init("wrong", [60, 40])])))

    static let confusion = Chart(
        title: "Confusion", alternativeText: "Four errors.",
        kind: .heatMap(
            HeatMap(
                rowTitle: "True digit", columnTitle: "Read as", rows: ["3", "5"], columns: ["3", "5"],
                counts: [[997, 3], [1, 91]])))

    static let all = [line, bars, marks, lyingBars, histogram, confusion]
}
