import NotebookCore

/// How well stated confidence agrees with how often the answers are right.
struct Calibration: Hashable, Sendable {
    /// The answers whose confidence lies in one of ten ranges of equal width.
    struct Bin: Hashable, Sendable {
        /// Limits of the confidence; the lower one excluded but in the first bin.
        let range: ClosedRange<Double>
        let right: Int
        let count: Int
        /// Not a number in an empty bin.
        let meanConfidence: Double

        var accuracy: Proportion { Proportion(successes: right, trials: count) }
    }

    static let binCount = 10
    let bins: [Bin]

    /// Sorts answers into bins; `confidences` are 0…1, `isRight` says of each answer whether it is right.
    init(confidences: [Double], isRight: [Bool]) {
        precondition(confidences.count == isRight.count, "a verdict for each answer")
        var right = [Int](repeating: 0, count: Self.binCount)
        var count = right
        var sum = [Double](repeating: 0, count: Self.binCount)
        for (confidence, isRight) in zip(confidences, isRight) {
            let bin = Self.bin(of: confidence)
            count[bin] += 1
            sum[bin] += confidence
            if isRight { right[bin] += 1 }
        }
        bins = (0..<Self.binCount).map { bin in
            Bin(
                range: Double(bin) / Double(Self.binCount)...Double(bin + 1) / Double(Self.binCount),
                right: right[bin], count: count[bin], meanConfidence: sum[bin] / Double(count[bin]))
        }
    }

    /// Mean distance between confidence and accuracy of the bins, weighted by their answers; not a number without answers.
    ///
    /// Expected calibration error (Naeini, Cooper & Hauskrecht 2015) with ten bins of equal width.
    var expectedError: Double {
        let total = bins.reduce(0) { $0 + $1.count }
        let distances = bins.filter { $0.count > 0 }.map { bin in
            Double(bin.count) * abs(bin.accuracy.share - bin.meanConfidence)
        }
        return distances.reduce(0, +) / Double(total)
    }

    private static func bin(of confidence: Double) -> Int {
        let position = (confidence * Double(binCount)).rounded(.up) - 1
        return Int(min(max(position, 0), Double(binCount - 1)))
    }
}
