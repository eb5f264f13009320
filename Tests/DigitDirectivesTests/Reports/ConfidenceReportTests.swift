import NotebookCore
import Testing

@testable import DigitDirectives

@Suite struct ConfidenceReportTests {
    static let report = ConfidenceReport(
        confidences: [0.99, 0.97, 0.5, 0.7, 0.71, 0.49], isRight: [true, true, false, false, false, false])

    @Test func separatesRightFromWrong() {
        #expect(Self.report.right == [0.99, 0.97])
        #expect(Self.report.meanOfRight == 0.98)
        // Four sums round within 1e-15.
        #expect(abs(Self.report.meanOfWrong - 0.6) < 1e-15)
    }

    @Test func bothEndsOfTheRangeCount() {
        #expect(
            Self.report.shareOfErrors(in: PercentRange(lower: 50, upper: 70)) == Proportion(successes: 2, trials: 4))
        #expect(
            Self.report.shareOfErrors(in: PercentRange(lower: 0, upper: 100)) == Proportion(successes: 4, trials: 4))
    }

    @Test func histogramHasEighteenBinsFromATieToCertainty() {
        #expect(ConfidenceReport.edges.count == 19)
        let counts = ConfidenceReport.counts([0.1, 0.1499, 0.15, 0.95, 1])
        #expect(counts.first == 2)
        #expect(counts[1] == 1)
        #expect(counts.last == 2)
        #expect(counts.reduce(0, +) == 5)
    }

    @Test func confidenceJustBelowATieCountsAsOne() {
        // Single precision may leave the most probable of ten equal classes at 0.0999….
        #expect(ConfidenceReport.counts([0.099_999]).first == 1)
    }
}
