/// How a reported value compares with a measured one: the verdict and the rule by which it came about.
package struct Judgment: Hashable, Sendable {
    package var verdict: Verdict
    /// The rule in a few words; nil where the values alone say it.
    package var note: String?

    /// The images behind a reported figure.
    package enum Sample: Hashable, Sendable {
        /// That many.
        case images(Int)
        /// As many as behind the measured value.
        case sameAsMeasured
    }

    /// Compares what was reported with what one run measured.
    ///
    /// - Parameters:
    ///   - measured: A result with a number.
    ///   - tolerance: How far the two may lie apart, in the base unit; takes the place of intervals.
    ///   - sample: The images behind the reported figure; nil where the report does not say.
    package init(
        reported: ReportedValue, measured: ExpressionResult, tolerance: Double? = nil, sample: Sample? = nil
    ) {
        let number = measured.value.number ?? .nan
        switch measured.kind {
        case .measurement:
            self.init(.measuredHere, measured.conditions?.threadsText)
        case .setting:
            self.init(Comparand(number, nil).agrees(with: reported) ? .asSet : .setDifferently)
        case .value:
            self = Comparand(number, measured.interval).judgment(of: reported, measured, tolerance, sample)
        }
    }

    init(_ verdict: Verdict, _ note: String? = nil) {
        self.verdict = verdict
        self.note = note
    }
}

/// A measured number with its 95 % interval, where it has one.
private struct Comparand {
    let number: Double
    let interval: ClosedRange<Double>?

    init(_ number: Double, _ interval: ClosedRange<Double>?) {
        self.number = number
        self.interval = interval
    }

    func judgment(
        of reported: ReportedValue, _ measured: ExpressionResult, _ tolerance: Double?, _ sample: Judgment.Sample?
    ) -> Judgment {
        switch reported {
        case .exactly(let quantity, let own):
            if let tolerance {
                let distance = abs(number - quantity.number)
                return Judgment(
                    distance <= tolerance * (1 + 1e-12) ? .reproduced : .notReproduced,
                    "tolerance ±\(Self.text(tolerance, like: measured))")
            }
            return judgment(of: quantity, own, measured, sample)
        case .about(let quantity):
            let reach = ReportedValue.reach(ofAbout: quantity)
            let lower = (interval?.lowerBound ?? number) - quantity.number
            let upper = (interval?.upperBound ?? number) - quantity.number
            return Judgment(
                lower <= reach * (1 + 1e-12) && upper >= -reach * (1 + 1e-12) ? .reproduced : .notReproduced,
                "about: ±\(Self.text(reach, like: measured))")
        case .between(let lower, let upper):
            guard let interval else { return Judgment(agrees(with: reported) ? .reproduced : .notReproduced) }
            if lower.number <= interval.lowerBound, interval.upperBound <= upper.number {
                return Judgment(.reproduced, Self.oneSeed)
            }
            if interval.upperBound < lower.number || upper.number < interval.lowerBound {
                return Judgment(.notReproduced, Self.oneSeed)
            }
            return Judgment(.undecided, "\(Self.oneSeed); the interval reaches beyond the range")
        case .bounded(let comparison, let bound):
            guard let interval else { return Judgment(agrees(with: reported) ? .reproduced : .notReproduced) }
            let atLower = comparison.holds(interval.lowerBound, bound.number)
            let atUpper = comparison.holds(interval.upperBound, bound.number)
            guard atLower == atUpper else {
                return Judgment(.undecided, "\(Self.oneSeed); the interval contains the bound")
            }
            return Judgment(atLower ? .reproduced : .notReproduced, Self.oneSeed)
        }
    }

    /// Whether the number alone agrees, at the precision that was written.
    func agrees(with reported: ReportedValue) -> Bool {
        switch reported {
        case .exactly(let quantity, let own?):
            return own.contains(number) || abs(number - quantity.number) <= Self.slack(quantity)
        case .exactly(let quantity, nil): return abs(number - quantity.number) <= Self.slack(quantity)
        case .about(let quantity): return abs(number - quantity.number) <= ReportedValue.reach(ofAbout: quantity)
        case .between(let lower, let upper): return number >= lower.number && number <= upper.number
        case .bounded(let comparison, let bound): return comparison.holds(number, bound.number)
        }
    }

    /// A figure: whether the difference of measured and reported may be none, and whether its sign is the reported one.
    private func judgment(
        of quantity: Quantity, _ own: ClosedRange<Double>?, _ measured: ExpressionResult, _ sample: Judgment.Sample?
    ) -> Judgment {
        // A difference that is reported says which of the two is greater.
        let isDirectional = quantity.number != 0 && (quantity.isSigned || measured.unit == .points)
        guard let interval else {
            let agrees = agrees(with: .exactly(quantity, interval: own))
            return Judgment(agrees ? .reproduced : .notReproduced)
        }
        let (below, above, description) = reportedDeviations(quantity, own, interval, measured, sample)
        let difference = number - quantity.number
        let ownBelow = number - interval.lowerBound
        let ownAbove = interval.upperBound - number
        let reachBelow = (ownBelow * ownBelow + above * above).squareRoot()
        let reachAbove = (ownAbove * ownAbove + below * below).squareRoot()
        let slack = Self.slack(quantity)
        func contains(_ factor: Double) -> Bool {
            difference - factor * reachBelow <= slack && difference + factor * reachAbove >= -slack
        }
        guard contains(1) else {
            guard contains(Self.seedReach) else { return Judgment(.notReproduced, description) }
            return Judgment(
                .undecided, "\(description); outside the 95\u{202F}% interval, within that of 99.9\u{202F}%")
        }
        if isDirectional, interval.contains(0) || (number > 0) != (quantity.number > 0) {
            return Judgment(.undecided, "\(Self.oneSeed); the interval contains 0, so that the sign is open")
        }
        return Judgment(.reproduced, description)
    }

    /// How far the reported figure may lie below and above what it estimates: its own interval, or that of a fraction of
    /// as many images.
    private func reportedDeviations(
        _ quantity: Quantity, _ own: ClosedRange<Double>?, _ interval: ClosedRange<Double>,
        _ measured: ExpressionResult,
        _ sample: Judgment.Sample?
    ) -> (below: Double, above: Double, description: String) {
        if let own {
            return (
                quantity.number - own.lowerBound, own.upperBound - quantity.number,
                "\(Self.oneSeed); against the reported interval"
            )
        }
        func deviations(images: Int) -> (Double, Double, String) {
            let interval = Proportion.wilsonInterval(share: quantity.number, trials: Double(images))
            return (
                quantity.number - interval.lowerBound, interval.upperBound - quantity.number,
                "\(Self.oneSeed); two samples, reported on \(NumberFormat.integer.text(for: Double(images))) images"
            )
        }
        switch sample {
        case .images(let count)? where (0...1).contains(quantity.number): return deviations(images: count)
        case .sameAsMeasured?:
            if case .proportion(let proportion) = measured.value, (0...1).contains(quantity.number) {
                return deviations(images: proportion.trials)
            }
            // The report's own estimate is as uncertain as this one, to the other side.
            return (
                number - interval.lowerBound, interval.upperBound - number,
                "\(Self.oneSeed); two samples of the same size"
            )
        default: return (0, 0, "\(Self.oneSeed); the reported figure counts as exact")
        }
    }

    private static let oneSeed = "one seed"

    /// The ratio of normal quantiles for 99.9 % and 95 %.
    ///
    /// Intervals from images leave out what the seed of a training does, which for the report's network moves accuracies by one to
    /// two times as much (five seeds; see also Bouthillier et al. 2021, *MLSys* 3: 747–769). One run that differs by less than
    /// this does not refute a figure.
    private static let seedReach = 3.290526731491926 / 1.959963984540054

    /// Half a unit of the last digit, with room for the rounding of binary fractions.
    private static func slack(_ quantity: Quantity) -> Double {
        quantity.precision * (1 + 1e-9) + abs(quantity.number) * 1e-12
    }

    /// A distance as the measured value is written, without more digits than it has.
    private static func text(_ distance: Double, like measured: ExpressionResult) -> String {
        switch measured.unit {
        case .fraction?, .points?:
            NumberFormat.significant(3).text(for: (distance * 100_000_000).rounded() / 1_000_000) + "\u{202F}points"
        case .seconds?: NumberFormat.duration.text(for: distance)
        case .bytes?: NumberFormat.bytes.text(for: distance)
        default: NumberFormat.significant(4).text(for: distance)
        }
    }
}
