import NotebookCore

/// How well each digit of a split is read, as a table and a bar chart.
struct ClassReport: Sendable {
    let run: String
    let split: Split
    let matrix: ConfusionMatrix

    init(run: String, split: Split, matrix: ConfusionMatrix) {
        self.run = run
        self.split = split
        self.matrix = matrix
    }

    init(_ readings: Readings) {
        self.init(run: readings.run, split: readings.split, matrix: readings.matrix)
    }

    /// Accuracy, precision and F1 of each digit.
    var table: Table {
        let rows = matrix.metricsByDigit.map { metrics in
            row(
                String(metrics.digit), count: metrics.actual, errors: metrics.errors, recall: metrics.recall,
                last: [
                    .proportion(metrics.precision, decimals: 2, showsInterval: false), .number(metrics.f1, .percent(2)),
                ])
        }
        return Table(
            title: "\(run) on the \(split.adjective) images, by digit (the accuracy of a digit is its recall)",
            columns: [
                Table.Column("Digit", .leading), Table.Column("Images"), Table.Column("Errors"),
                Table.Column("Accuracy, 95\u{00A0}% interval"), Table.Column("Precision"), Table.Column("F1"),
            ],
            rows: rows,
            summaryRows: [
                row(
                    "all", count: matrix.total, errors: matrix.errors, recall: matrix.accuracy,
                    last: [.missing, .number(matrix.macroF1, .percent(2))])
            ])
    }

    /// A bar for each digit's accuracy with its interval.
    var chart: Chart {
        let accuracies = matrix.metricsByDigit.map(\.recall)
        let intervals = accuracies.map(\.wilsonInterval)
        let least = intervals.map(\.lowerBound).min() ?? 0
        return Chart(
            title: "Accuracy of \(run) on the \(split.adjective) images, by digit, with 95\u{00A0}% intervals",
            alternativeText: alternativeText,
            kind: .bar(
                BarChart(
                    categoryTitle: "Digit", categories: Digits.all.map(String.init),
                    value: Axis(
                        "Accuracy", format: .percent(2), limits: (least * 50).rounded(.down) / 50...1,
                        scale: "accuracy by class"),
                    series: [
                        BarChart.Series(
                            "accuracy", accuracies.map { $0.trials > 0 ? $0.share : .nan }, intervals: intervals)
                    ])))
    }

    private var alternativeText: String {
        guard let best = matrix.bestClass, let hardest = matrix.hardestClass else { return "No images." }
        return "Accuracy by digit: the best is \(best.digit) with \(Wording.percent(best.recall.share)), "
            + "the hardest \(hardest.digit) with \(Wording.percent(hardest.recall.share))."
    }

    private func row(
        _ name: String, count: Int, errors: Int, recall: Proportion, last: [Table.Cell]
    ) -> [Table.Cell] {
        [
            .text(name), .number(Double(count), .integer), .number(Double(errors), .integer),
            .proportion(recall, decimals: 2, showsInterval: true),
        ] + last
    }
}
