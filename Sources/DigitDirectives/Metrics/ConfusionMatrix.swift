import NotebookCore

/// How often each digit was read as each digit.
struct ConfusionMatrix: Hashable, Sendable {
    /// Images by true class (row) and predicted class (column).
    let counts: [[Int]]

    /// Counts `predicted`, one for each of `labels`; classes are those of digits.
    init(labels: [UInt8], predicted: [UInt8]) {
        precondition(labels.count == predicted.count, "a prediction for each label")
        var counts = Array(repeating: Array(repeating: 0, count: Digits.count), count: Digits.count)
        for (label, prediction) in zip(labels, predicted) { counts[Int(label)][Int(prediction)] += 1 }
        self.counts = counts
    }

    /// All images.
    var total: Int { counts.reduce(0) { $0 + $1.reduce(0, +) } }
    /// Images read rightly.
    var correct: Int { Digits.all.reduce(0) { $0 + counts[$1][$1] } }
    var errors: Int { total - correct }
    var accuracy: Proportion { Proportion(successes: correct, trials: total) }

    /// The metrics of one digit against all others.
    func metrics(of digit: Int) -> ClassMetrics {
        ClassMetrics(
            digit: digit, right: counts[digit][digit],
            actual: counts[digit].reduce(0, +), predicted: counts.reduce(0) { $0 + $1[digit] })
    }

    var metricsByDigit: [ClassMetrics] { Digits.all.map(metrics) }

    /// The digit with the highest accuracy, the lowest of equals; nil without images.
    var bestClass: ClassMetrics? { present.max { ($0.recall.share, -$0.digit) < ($1.recall.share, -$1.digit) } }

    /// The digit with the lowest accuracy, the lowest of equals; nil without images.
    var hardestClass: ClassMetrics? { present.min { ($0.recall.share, $0.digit) < ($1.recall.share, $1.digit) } }

    /// The class with the lower median of the accuracies, so that more than half of the classes are at least as good.
    var medianClass: ClassMetrics? {
        let ranked = present.sorted { ($0.recall.share, $0.digit) < ($1.recall.share, $1.digit) }
        return ranked.isEmpty ? nil : ranked[(ranked.count - 1) / 2]
    }

    private var present: [ClassMetrics] { metricsByDigit.filter { $0.actual > 0 } }

    /// Unweighted mean of the classes' F1; not a number where a class has none.
    var macroF1: Double { metricsByDigit.reduce(0) { $0 + $1.f1 } / Double(Digits.count) }

    /// Errors by pair, most frequent first; equally frequent ones by digits.
    var rankedErrors: [(pair: DigitPair, count: Int)] {
        let pairs = Digits.all.flatMap { row in
            Digits.all.filter { $0 != row }.map { DigitPair(trueDigit: row, predictedDigit: $0) }
        }
        let counted = pairs.map { (pair: $0, count: counts[$0.trueDigit][$0.predictedDigit]) }
        return counted.filter { $0.count > 0 }.enumerated().sorted {
            $0.element.count != $1.element.count ? $0.element.count > $1.element.count : $0.offset < $1.offset
        }.map(\.element)
    }
}
