import NotebookCore

/// Which digits are taken for which, as a chart with the images behind its cells.
struct ConfusionReport: Sendable {
    /// Most images of right answers that a cell shows: those of which the network was least sure.
    static let rightLimit = 20

    private let readings: Readings
    private let matrix: ConfusionMatrix

    init(_ readings: Readings) {
        self.readings = readings
        matrix = readings.matrix
    }

    var chart: Chart {
        let digits = Digits.all.map(String.init)
        return Chart(
            title: "Confusion matrix of \(readings.run) on the \(readings.split.adjective) images",
            alternativeText: Self.alternativeText(of: matrix),
            kind: .heatMap(
                HeatMap(
                    rowTitle: "True digit", columnTitle: "Read as", rows: digits, columns: digits,
                    counts: matrix.counts, examples: examples)))
    }

    /// For each cell that counts anything, the images behind it: the wrong answers most confident first, of the right ones
    /// the least confident.
    private var examples: [HeatMap.Examples] {
        let places = Dictionary(grouping: readings.images.labels.indices) { index in
            DigitPair(
                trueDigit: Int(readings.images.labels[index]),
                predictedDigit: Int(readings.predictions.predicted[index]))
        }
        return Digits.all.flatMap { row in
            Digits.all.compactMap { column in
                places[DigitPair(trueDigit: row, predictedDigit: column)].map {
                    row == column ? right(row, $0) : wrong(row, column, $0)
                }
            }
        }
    }

    private func wrong(_ row: Int, _ column: Int, _ places: [Int]) -> HeatMap.Examples {
        let extent = places.count == 1 ? "1 image" : "all \(Wording.count(places.count, "image"))"
        return HeatMap.Examples(
            row: row, column: column, title: "\(row) read as \(column), \(extent)",
            items: FailureOrder.mostConfident.sorted(places, in: readings).map(readings.example))
    }

    private func right(_ digit: Int, _ places: [Int]) -> HeatMap.Examples {
        let shown = FailureOrder.leastConfident.sorted(places, in: readings).prefix(Self.rightLimit)
        let extent =
            shown.count < places.count
            ? "the \(shown.count) least confident of \(Wording.count(places.count, "image"))"
            : places.count == 1 ? "1 image" : "all \(places.count) images, the least confident first"
        return HeatMap.Examples(
            row: digit, column: digit, title: "\(digit) read rightly, \(extent)", items: shown.map(readings.example))
    }

    /// "Confusion matrix: 9,908 of 10,000 on the diagonal; the most frequent error is 4 read as 9, 6 times."
    static func alternativeText(of matrix: ConfusionMatrix) -> String {
        let diagonal =
            "Confusion matrix: \(Wording.count(matrix.correct)) of \(Wording.count(matrix.total)) on the diagonal"
        guard let (pair, count) = matrix.rankedErrors.first else { return "\(diagonal); no errors." }
        return "\(diagonal); the most frequent error is \(pair.trueDigit) read as \(pair.predictedDigit), "
            + "\(Wording.times(count))."
    }
}
