import Testing

@testable import Charts

struct RoundStepTests {
    @Test(arguments: [
        (1.0, 5, 0.2), (0.0137, 5, 0.002), (19, 8, 2), (19, 5, 5), (6742, 5, 1000), (3e-7, 4, 1e-7), (9e12, 5, 2e12),
    ])
    func isOneTwoOrFiveTimesAPowerOfTen(span: Double, count: Int, expected: Double) {
        #expect(RoundStep(dividing: span, into: count, unit: .decimal(minimum: 0)).size == expected)
    }

    @Test func isNeverBelowTheUnitsMinimum() {
        #expect(RoundStep(dividing: 1.2, into: 5, unit: .decimal(minimum: 1)).size == 1)
    }

    @Test(arguments: [
        (0.01, 0.002), (4.0, 1.0), (95, 15), (300, 60), (1200, 300), (10_000, 1800), (400_000, 86_400),
        (9e6, 1_728_000),
    ])
    func countsTimeAsClocksDo(span: Double, expected: Double) {
        #expect(RoundStep(dividing: span, into: 5, unit: .time).size == expected)
    }

    @Test func multiplesOfTenthsAreTheNearestNumbers() {
        let step = RoundStep(dividing: 1, into: 10, unit: .decimal(minimum: 0))
        #expect((0...10).map { step.multiple(Double($0)) } == [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1])
    }
}
