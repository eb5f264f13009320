import NotebookCore

/// Confidence of right and wrong answers, as figures, charts and a table.
struct ConfidenceReport: Sendable {
    /// Confidence of the right answers, 0…1.
    let right: [Double]
    /// Confidence of the wrong answers.
    let wrong: [Double]
    let calibration: Calibration

    init(confidences: [Double], isRight: [Bool]) {
        right = zip(confidences, isRight).filter(\.1).map(\.0)
        wrong = zip(confidences, isRight).filter { !$0.1 }.map(\.0)
        calibration = Calibration(confidences: confidences, isRight: isRight)
    }

    /// Not a number without right answers.
    var meanOfRight: Double { right.reduce(0, +) / Double(right.count) }
    /// Not a number without wrong answers.
    var meanOfWrong: Double { wrong.reduce(0, +) / Double(wrong.count) }

    /// The wrong answers whose confidence lies in a range, among all wrong answers.
    func shareOfErrors(in range: PercentRange) -> Proportion {
        Proportion(successes: wrong.count { range.contains($0) }, trials: wrong.count)
    }

    func shareOfRightAnswers(in range: PercentRange) -> Proportion {
        Proportion(successes: right.count { range.contains($0) }, trials: right.count)
    }

    /// Bins of five percent from the least possible confidence, that of a tie between all digits, to 1.
    static let edges: [Double] = stride(from: 100 / Digits.count, through: 100, by: 5).map { Double($0) / 100 }

    /// Answers in each bin; a confidence on an edge belongs to the bin above it, 1 to the last.
    static func counts(_ confidences: [Double]) -> [Int] {
        var counts = [Int](repeating: 0, count: edges.count - 1)
        for confidence in confidences {
            let bin = (edges.firstIndex { confidence < $0 } ?? edges.count - 1) - 1
            counts[min(max(bin, 0), counts.count - 1)] += 1
        }
        return counts
    }

    func histogram(of run: String, on split: Split) -> Chart {
        let last = Double(right.count { $0 >= 0.95 }) / Double(right.count)
        let errors =
            wrong.isEmpty
            ? "There are no wrong answers."
            : "Wrong answers (\(Wording.count(wrong.count))) have a mean confidence of \(Wording.percent(meanOfWrong, decimals: 1))."
        return Chart(
            title: "Confidence of \(run) in right and wrong answers, \(split.adjective) images",
            alternativeText:
                "Histogram of confidence: \(Wording.percent(last, decimals: 1)) of the right answers "
                + "(\(Wording.count(right.count))) have a confidence of 95\u{202F}% or more. \(errors)",
            kind: .histogram(
                Histogram(
                    x: Axis("Confidence", format: .percent(0), limits: 0.1...1), edges: Self.edges,
                    series: [
                        Histogram.Series("right answers", Self.counts(right)),
                        Histogram.Series("wrong answers", Self.counts(wrong)),
                    ])))
    }

    func reliabilityChart(of run: String, on split: Split) -> Chart {
        let filled = calibration.bins.filter { $0.count > 0 }
        return Chart(
            title: "Calibration of \(run), \(split.adjective) images: accuracy by confidence, 95\u{00A0}% intervals",
            alternativeText:
                "Accuracy of the answers by their confidence, beside the line of perfect calibration. Expected "
                + "calibration error: \(Wording.percent(calibration.expectedError)).",
            kind: .line(
                LineChart(
                    x: Axis("Mean confidence", format: .percent(0), limits: 0...1),
                    y: Axis("Accuracy", format: .percent(0), limits: 0...1),
                    series: [
                        LineChart.Series(
                            "measured",
                            filled.map {
                                LineChart.Point(
                                    x: $0.meanConfidence, y: $0.accuracy.share, interval: $0.accuracy.wilsonInterval)
                            }),
                        LineChart.Series(
                            "perfect calibration", [LineChart.Point(x: 0, y: 0), LineChart.Point(x: 1, y: 1)]),
                    ])))
    }

    func table(of run: String, on split: Split) -> Table {
        Table(
            title: "Calibration of \(run) in bins of confidence, \(split.adjective) images",
            columns: [
                Table.Column("Confidence", .leading), Table.Column("Answers"), Table.Column("Mean confidence"),
                Table.Column("Accuracy, 95\u{00A0}% interval"),
            ],
            rows: calibration.bins.filter { $0.count > 0 }.map { bin in
                let lower = Int((bin.range.lowerBound * 100).rounded())
                let upper = Int((bin.range.upperBound * 100).rounded())
                return [
                    .text("\(lower) to \(upper)\u{202F}%"), .number(Double(bin.count), .integer),
                    .number(bin.meanConfidence, .percent(2)),
                    .proportion(bin.accuracy, decimals: 2, showsInterval: true),
                ]
            })
    }
}
