import Foundation

extension NumberFormat {
    /// How a claim's measured value is written: in its own unit, with as many digits as it and its interval have, at least
    /// those of a reported figure, and enough to tell it from every bound that it is compared with.
    ///
    /// A bound sets no digits: a loss of 0.82 that is to be under 1 is 0.82, not 1.
    package init(of measured: ExpressionResult, for claim: Claim) {
        self = claim.measured?.format ?? measured.format
        guard let number = measured.value.number, number.isFinite else { return }
        if claim.measured?.format == nil {
            if let interval = measured.interval { self = fitting(interval) }
            if case .exactly(let quantity, _)? = claim.reportedValue { self = atLeastAsFine(as: quantity.format) }
        }
        var compared = claim.expectation.map { [$0.bound] } ?? []
        if let reported = claim.reportedValue, !reported.isFigure { compared += reported.quantities }
        for quantity in compared where quantity.number != number {
            self = telling(number, from: quantity.number)
        }
    }

    /// As many decimals of a percentage, from one to four, as the interval's half width has significant ones: one, or two
    /// where the first digit is 1 or 2.
    private func fitting(_ interval: ClosedRange<Double>) -> NumberFormat {
        let width = (interval.upperBound - interval.lowerBound) / 2
        guard width > 0 else { return self }
        func decimals(scale: Double) -> Int {
            let magnitude = log10(width * scale).rounded(.down)
            let firstDigit = width * scale / pow(10, magnitude)
            return min(max(Int(-magnitude) + (firstDigit < 3 ? 1 : 0), 1), 4)
        }
        return switch self {
        case .percent: .percent(max(decimals(scale: 100), 2))
        case .points: .points(decimals(scale: 100))
        default: self
        }
    }

    private func atLeastAsFine(as other: NumberFormat) -> NumberFormat {
        switch (self, other) {
        case (.percent(let own), .percent(let other)): .percent(max(own, other))
        case (.points(let own), .points(let other)), (.points(let own), .percent(let other)): .points(max(own, other))
        case (.fixed(let own), .fixed(let other)): .fixed(max(own, other))
        default: self
        }
    }

    /// The same with more digits, where two different numbers would otherwise look alike.
    private func telling(_ number: Double, from other: Double) -> NumberFormat {
        var format = self
        for _ in 0..<14 where format.text(for: number) == format.text(for: other) {
            format =
                switch format {
                case .percent(let decimals): .percent(decimals + 1)
                case .points(let decimals): .points(decimals + 1)
                case .fixed(let decimals): .fixed(decimals + 1)
                case .significant(let digits): .significant(digits + 1)
                case .integer: .significant(4)
                case .duration, .bytes: .significant(6)
                }
        }
        return format
    }
}

extension ReportedValue {
    /// Whether it is a number to be met rather than a range or a bound.
    fileprivate var isFigure: Bool {
        switch self {
        case .exactly, .about: true
        case .between, .bounded: false
        }
    }
}
