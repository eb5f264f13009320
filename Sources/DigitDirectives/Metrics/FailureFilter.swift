/// Which failures of a network are looked at.
struct FailureFilter: Hashable, Sendable {
    /// Errors by true and predicted digit; empty for all.
    let pairs: [DigitPair]
    let trueDigit: Int?
    let confidence: PercentRange?

    /// Places of the failures that pass, ascending.
    func failures(in readings: Readings) -> [Int] {
        readings.images.labels.indices.filter { index in
            let pair = DigitPair(
                trueDigit: Int(readings.images.labels[index]),
                predictedDigit: Int(readings.predictions.predicted[index]))
            return pair.trueDigit != pair.predictedDigit
                && (pairs.isEmpty || pairs.contains(pair))
                && (trueDigit == nil || trueDigit == pair.trueDigit)
                && (confidence?.contains(Double(readings.predictions.confidence(index))) ?? true)
        }
    }

    /// The filter in prose, after "failures": "with 5 read as 3 and a confidence of 50 to 70 %"; empty for all.
    var phrase: String {
        var parts =
            pairs.isEmpty
            ? [] : [pairs.map { "\($0.trueDigit) read as \($0.predictedDigit)" }.joined(separator: " or ")]
        if let trueDigit { parts.append("a true \(trueDigit)") }
        if let confidence { parts.append("a confidence of \(confidence.phrase)") }
        return parts.isEmpty ? "" : "with " + Wording.list(parts)
    }
}

/// In which order failures are looked at.
enum FailureOrder: Hashable, Sendable {
    case mostConfident
    case leastConfident
    /// By distance of the confidence from a share, 0…1.
    case nearest(Double)
    /// As the data set holds them.
    case stored

    /// The places in this order; equals keep their order.
    func sorted(_ places: [Int], in readings: Readings) -> [Int] {
        func key(_ place: Int) -> Double {
            let confidence = Double(readings.predictions.confidence(place))
            return switch self {
            case .mostConfident: -confidence
            case .leastConfident: confidence
            case .nearest(let share): abs(confidence - share)
            case .stored: 0
            }
        }
        return places.map { (place: $0, key: key($0)) }.sorted { ($0.key, $0.place) < ($1.key, $1.place) }.map(\.place)
    }
}
