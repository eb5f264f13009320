import NeuralNetwork
import NotebookCore
import Testing

@testable import DigitDirectives

@Suite struct FailureFilterTests {
    /// Answers by true digit, digit read and confidence; the first is right.
    static let answers: [(Int, Int, Float)] = [
        (5, 5, 0.99), (5, 3, 0.68), (3, 5, 0.51), (5, 3, 0.9), (4, 9, 0.71), (5, 6, 0.4),
    ]
    static let readings: Readings = {
        let probabilities = answers.flatMap { _, read, confidence in
            (0..<10).map { $0 == read ? confidence : (1 - confidence) / 9 }
        }
        return Readings(
            run: "baseline", split: .test,
            images: LabeledImages(
                shape: ImageShape(height: 1, width: 1, channels: 1),
                pixels: [UInt8](repeating: 0, count: answers.count), labels: answers.map { UInt8($0.0) }),
            predictions: Predictions(classes: 10, probabilities: probabilities))
    }()

    static let filters: [(FailureFilter, [Int])] = [
        (FailureFilter(pairs: [], trueDigit: nil, confidence: nil), [1, 2, 3, 4, 5]),
        (FailureFilter(pairs: [DigitPair(trueDigit: 5, predictedDigit: 3)], trueDigit: nil, confidence: nil), [1, 3]),
        (FailureFilter(pairs: [], trueDigit: 5, confidence: nil), [1, 3, 5]),
        (FailureFilter(pairs: [], trueDigit: nil, confidence: PercentRange(lower: 50, upper: 70)), [1, 2]),
    ]

    @Test(arguments: filters) func keepsOnlyWhatItNames(filter: FailureFilter, expected: [Int]) {
        #expect(filter.failures(in: Self.readings) == expected)
    }

    static let orders: [(FailureOrder, [Int])] = [
        (FailureOrder.mostConfident, [3, 4, 1, 2, 5]), (.leastConfident, [5, 2, 1, 4, 3]), (.stored, [1, 2, 3, 4, 5]),
        (.nearest(0.7), [4, 1, 2, 3, 5]),
    ]

    @Test(arguments: orders) func ordersByConfidence(order: FailureOrder, expected: [Int]) {
        #expect(order.sorted([1, 2, 3, 4, 5], in: Self.readings) == expected)
    }

    @Test func saysWhatItKeeps() {
        let pair = DigitPair(trueDigit: 5, predictedDigit: 3)
        #expect(FailureFilter(pairs: [], trueDigit: nil, confidence: nil).phrase == "")
        #expect(
            FailureFilter(pairs: [pair, pair.reversed], trueDigit: nil, confidence: PercentRange(lower: 50, upper: 70))
                .phrase == "with 5 read as 3 or 3 read as 5 and a confidence of 50 to 70\u{202F}%")
    }

    @Test func itemsCarryWhatIsKnownOfThem() {
        let item = Self.readings.item(at: 1)
        #expect(item.caption == "5 read as 3, 68\u{202F}%")
        #expect(item.trueClass == 5)
        #expect(item.predictedClass == 3)
        #expect(item.probabilities.count == 10)
        #expect(item.alternativeText == "A handwritten 5 that the network reads as 3 with 68\u{202F}% confidence")
    }
}
