import Foundation
import NotebookCore

/// The stretch of numbers that an axis shows, the ticks on it, and where a number lies.
struct AxisScale: Equatable {
    /// A labelled place on an axis.
    struct Tick: Equatable {
        var value: Double
        var label: String
    }

    /// Lower is below upper, both drawable.
    let domain: ClosedRange<Double>
    /// Ascending, within the domain.
    let ticks: [Tick]

    /// A scale that shows `values`; what cannot be drawn among them is passed over.
    ///
    /// - Parameters:
    ///   - tickCount: about how many ticks there should be.
    ///   - endsAtTicks: whether the domain grows to the next ticks, unless the axis has limits of its own.
    init(showing values: some Sequence<Double>, on axis: Axis, tickCount: Int, endsAtTicks: Bool) {
        let fixed = axis.limits.flatMap { Self.usable($0) }
        var domain = fixed ?? Self.extent(of: values, on: axis)
        let step = RoundStep(
            dividing: domain.upperBound - domain.lowerBound, into: tickCount, unit: axis.format.stepUnit)
        var first = (domain.lowerBound / step.size - 1e-6).rounded(.up)
        var last = (domain.upperBound / step.size + 1e-6).rounded(.down)
        if endsAtTicks, fixed == nil {
            first = (domain.lowerBound / step.size + 1e-6).rounded(.down)
            last = (domain.upperBound / step.size - 1e-6).rounded(.up)
            // A share ends at 100 %, also where that is no multiple of the step.
            let isWhole = axis.format.isShare && domain.upperBound <= 1
            let upper = isWhole ? min(step.multiple(last), 1) : step.multiple(last)
            domain = step.multiple(first)...max(upper, domain.upperBound)
            if step.multiple(last) > domain.upperBound { last -= 1 }
        }
        self.domain = domain
        let format = axis.format.forTicks(step: step.size, magnitude: max(abs(first), abs(last)) * step.size)
        // Some dozen at most, since the step divides the domain into about `tickCount`.
        ticks = (0..<max(Int(last - first) + 1, 0)).map { index in
            let value = step.multiple(first + Double(index))
            return Tick(value: value, label: format.tickText(for: value))
        }
    }

    /// Where a number lies: 0 at the lower end, 1 at the upper; within −1…2 for numbers outside. Nil where it
    /// cannot be drawn.
    func fraction(of value: Double) -> Double? {
        guard Self.isDrawable(value) else { return nil }
        let fraction = (value - domain.lowerBound) / (domain.upperBound - domain.lowerBound)
        return min(max(fraction, -1), 2)
    }

    /// Whether a number can have a place on an axis: finite, and not so large that differences overflow.
    static func isDrawable(_ value: Double) -> Bool { abs(value) <= 1e150 }

    private static func usable(_ limits: ClosedRange<Double>) -> ClosedRange<Double>? {
        guard isDrawable(limits.lowerBound), isDrawable(limits.upperBound) else { return nil }
        return isFlat(limits) ? nil : limits
    }

    /// Whether a range is too narrow for its magnitude to be told apart on an axis.
    private static func isFlat(_ range: ClosedRange<Double>) -> Bool {
        let magnitude = max(abs(range.lowerBound), abs(range.upperBound))
        let span = range.upperBound - range.lowerBound
        return span <= magnitude * 1e-9 || span < 1e-150
    }

    private static func extent(of values: some Sequence<Double>, on axis: Axis) -> ClosedRange<Double> {
        let drawable = values.filter(isDrawable)
        guard var lower = drawable.min(), var upper = drawable.max() else { return 0...1 }
        if axis.includesZero {
            lower = min(lower, 0)
            upper = max(upper, 0)
        }
        guard isFlat(lower...upper) else { return lower...upper }
        let spread = axis.format.spreadAroundSingleValue(lower)
        let widened = (lower - spread)...(upper + spread)
        return axis.format.isShare && upper <= 1 && lower >= 0
            ? max(widened.lowerBound, 0)...min(widened.upperBound, 1) : widened
    }
}
