import Foundation

/// A distance between ticks that people count in: 1, 2 or 5 times a power of ten, or a whole number of
/// seconds, minutes or hours.
struct RoundStep: Equatable {
    /// What a step is a multiple of.
    enum Unit: Equatable {
        /// Powers of ten, none below `minimum`.
        case decimal(minimum: Double)
        /// Seconds as clocks count them, powers of ten below one second.
        case time
    }

    private let mantissa: Double
    private let exponent: Int

    /// The distance itself.
    var size: Double { multiple(1) }

    /// `index` steps. Below one it divides by the power of ten, which is exact where multiplying is not.
    func multiple(_ index: Double) -> Double {
        exponent < 0 ? index * mantissa / pow(10, Double(-exponent)) : index * mantissa * pow(10, Double(exponent))
    }

    /// The step that cuts `span` into the number of pieces nearest to `count`; both must be above 0.
    init(dividing span: Double, into count: Int, unit: Unit) {
        let wanted = span / Double(count)
        switch unit {
        case .time where wanted > 1:
            let nearest = Self.clockSteps.min { abs(log($0 / wanted)) < abs(log($1 / wanted)) } ?? 1
            if wanted <= 2 * 86_400 {
                self.init(mantissa: nearest, exponent: 0)
            } else {
                let days = RoundStep(dividing: span / 86_400, into: count, unit: .decimal(minimum: 1))
                self.init(mantissa: days.size * 86_400, exponent: 0)
            }
        case .time:
            self.init(nearestTo: wanted)
        case .decimal(let minimum):
            self.init(nearestTo: max(wanted, minimum))
        }
    }

    private init(mantissa: Double, exponent: Int) {
        self.mantissa = mantissa
        self.exponent = exponent
    }

    private init(nearestTo wanted: Double) {
        let exponent = Int(log10(wanted).rounded(.down))
        let ratio = wanted / pow(10, Double(exponent))
        // The geometric means of neighbouring steps, so that the nearest one is nearest as a ratio.
        switch ratio {
        case ..<2.0.squareRoot(): self.init(mantissa: 1, exponent: exponent)
        case ..<10.0.squareRoot(): self.init(mantissa: 2, exponent: exponent)
        case ..<50.0.squareRoot(): self.init(mantissa: 5, exponent: exponent)
        default: self.init(mantissa: 1, exponent: exponent + 1)
        }
    }

    private static let clockSteps: [Double] = [
        1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400,
    ]
}
