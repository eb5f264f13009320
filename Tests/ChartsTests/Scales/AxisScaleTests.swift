import NotebookCore
import Testing

@testable import Charts

struct AxisScaleTests {
    private func scale(
        _ values: [Double], _ axis: Axis, tickCount: Int = 5, endsAtTicks: Bool = true
    ) -> AxisScale {
        AxisScale(showing: values, on: axis, tickCount: tickCount, endsAtTicks: endsAtTicks)
    }

    @Test func ticksOfSharesHaveTheDecimalsThatTheirDistanceNeeds() {
        let coarse = scale([0.942, 0.997], Axis("Accuracy", format: .percent(2)))
        #expect(coarse.ticks.map(\.label).first == "94\u{202F}%")
        #expect(coarse.ticks.map(\.label).last == "100\u{202F}%")
        let fine = scale([0.9871, 0.9969], Axis("Accuracy", format: .percent(0)))
        #expect(fine.ticks.map(\.label).contains("99.2\u{202F}%"))
    }

    @Test func sharesEndAtTheWhole() {
        #expect(scale([0.1, 0.999], Axis("", format: .percent(0))).domain.upperBound == 1)
        #expect(scale([1, 1], Axis("", format: .percent(0))).domain.upperBound == 1)
    }

    @Test func epochsHaveWholeTicksWithinTheData() {
        let epochs = scale((1...14).map(Double.init), Axis("Epoch", format: .integer), tickCount: 8, endsAtTicks: false)
        #expect(epochs.domain == 1...14)
        #expect(epochs.ticks.map(\.label) == ["2", "4", "6", "8", "10", "12", "14"])
    }

    @Test func zeroIsShownWhereTheAxisAsksForIt() {
        #expect(scale([5421, 6742], Axis("", format: .integer, includesZero: true)).domain.lowerBound == 0)
        #expect(scale([5421, 6742], Axis("", format: .integer)).domain.lowerBound > 0)
    }

    @Test func limitsOfTheAxisAreKept() {
        let limited = scale([3, 900], Axis("", format: .significant(3), limits: 0...7))
        #expect(limited.domain == 0...7)
        #expect(limited.fraction(of: 3.5) == 0.5)
        #expect(limited.fraction(of: 900) == 2)
    }

    @Test func durationsAreLabelledInMinutesWithoutSeconds() {
        let labels = scale([0, 300], Axis("", format: .duration)).ticks.map(\.label)
        #expect(
            labels == ["0\u{202F}s", "1\u{202F}min", "2\u{202F}min", "3\u{202F}min", "4\u{202F}min", "5\u{202F}min"])
    }

    @Test(
        arguments: [
            [], [.nan], [.infinity], [-.infinity, .nan], [0], [5], [-3, -3, -3], [1e300], [1e-300, 2e-300],
            [1e15, 1e15 + 1], [1, 1 + 1e-15], [-1e150, 1e150], [.greatestFiniteMagnitude, 1],
        ] as [[Double]],
        [
            .integer, .fixed(2), .percent(1), .points(2), .duration, .bytes, .significant(3),
        ] as [NumberFormat])
    func anyDataHaveADomainAndFewTicks(values: [Double], format: NumberFormat) {
        for endsAtTicks in [false, true] {
            let scale = scale(values, Axis("", format: format), endsAtTicks: endsAtTicks)
            #expect(scale.domain.lowerBound < scale.domain.upperBound)
            #expect(scale.domain.lowerBound.isFinite && scale.domain.upperBound.isFinite)
            #expect(scale.ticks.count <= 20)
            for value in values {
                let fraction = scale.fraction(of: value)
                #expect(fraction.map { (-0.001...1.001).contains($0) } ?? !AxisScale.isDrawable(value))
            }
        }
    }

    @Test(arguments: [3...3, -.infinity ... .infinity, 0...(.infinity), 1...1.0000000000001] as [ClosedRange<Double>])
    func limitsThatShowNothingAreOverruled(limits: ClosedRange<Double>) {
        let scale = scale([1, 2], Axis("", format: .fixed(1), limits: limits))
        #expect(scale.domain == 1...2)
    }
}
