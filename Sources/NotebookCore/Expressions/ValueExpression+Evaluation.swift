/// What an expression came to.
package struct ExpressionResult: Hashable, Sendable {
    /// The value; a proportion where the expression is a proportion's path alone.
    package var value: Value
    /// 95 % interval, where the expression rests on proportions.
    package var interval: ClosedRange<Double>?
    /// Whether proportions of the same images are part of it, so that the interval is that of a paired comparison.
    package var isPaired = false
    /// A measurement where one is part of it, a setting where nothing but settings are, else a value.
    package var kind: Publication.Kind
    /// Nil where it cannot be told.
    package var unit: Unit?
    /// What the measurements in it were taken with, those of the first where they differ; nil where none is.
    package var conditions: MeasurementConditions?
    /// What the data behind it stand in for; nil for the real thing.
    package var substituteFor: String?
    /// How to write it.
    package var format: NumberFormat

    /// Whether the result varies from run to run.
    package var isMeasurement: Bool { kind == .measurement }

    /// The result as people read it.
    package var text: String {
        if case .text(let text) = value { return text }
        return format.text(for: value.number ?? .nan)
    }
}

/// Why an expression has no value.
package enum ExpressionProblem: Error, Hashable, Sendable {
    /// Nothing has published the path.
    case missing(ValuePath)
    /// The path's value is text, which does not go into arithmetic.
    case notANumber(ValuePath)
    /// The divisor, as written.
    case divisionByZero(String)
}

extension ValueExpression {
    /// Evaluates with the published values that `lookup` finds.
    ///
    /// The interval of a function of several proportions takes each proportion to its limits in turn and adds the
    /// deviations in quadrature (method of variance estimates recovery, Zou & Donner 2008); for the difference of two it
    /// is Newcombe's (1998, method 10 for independent proportions). Proportions of the same images are correlated: twice
    /// the product of their deviations and their correlation is added (Zou 2007, *Psychological Methods* 12: 399–413),
    /// which for the difference of two is Newcombe's interval for paired proportions.
    package func evaluate(
        _ lookup: (ValuePath) -> PublishedValue?
    ) throws(ExpressionProblem) -> ExpressionResult {
        var found: [ValuePath: PublishedValue] = [:]
        for mention in mentions {
            guard let value = lookup(mention.path) else { throw .missing(mention.path) }
            found[mention.path] = value
        }
        let kind = Publication.Kind(ofResultFrom: found.values.map(\.kind))
        let unit = unit { found[$0]?.unit }
        let conditions = mentions.lazy.compactMap { found[$0.path]?.conditions }.first
        let substitute = mentions.lazy.compactMap { found[$0.path]?.substituteFor }.first
        if case .path(let path) = root, let published = found[path] {
            return ExpressionResult(
                value: published.value, interval: published.value.interval, kind: kind, unit: unit,
                conditions: conditions, substituteFor: substitute, format: format ?? published.naturalFormat)
        }
        var numbers: [ValuePath: Double] = [:]
        for (path, published) in found {
            guard let number = published.value.number else { throw .notANumber(path) }
            numbers[path] = number
        }
        let center = try root.evaluate(numbers)
        let deviations = Deviations(root, around: center, numbers, found)
        return ExpressionResult(
            value: .number(center), interval: deviations.interval, isPaired: deviations.isPaired, kind: kind,
            unit: unit, conditions: conditions, substituteFor: substitute,
            format: format ?? unit?.naturalFormat ?? .significant(4))
    }
}

/// How far an expression moves when each proportion in it goes to the limits of its interval.
private struct Deviations {
    /// 95 % interval of the expression; nil where no proportion is part of it.
    private(set) var interval: ClosedRange<Double>?
    private(set) var isPaired = false

    /// One proportion's part in the deviation of the expression to one side.
    private struct Part {
        /// Distance of the expression from its value, at least 0.
        var distance: Double
        /// 1 where the proportion went to its upper limit, −1 where it went to its lower one.
        var direction: Double
        var outcomes: ImageOutcomes.Selection?
    }

    init(
        _ root: ValueExpression.Node, around center: Double, _ numbers: [ValuePath: Double],
        _ found: [ValuePath: PublishedValue]
    ) {
        var below: [Part] = []
        var above: [Part] = []
        for (path, published) in found.sorted(by: { $0.key < $1.key }) {
            guard let limits = published.value.interval else { continue }
            func moved(to limit: Double) -> Double {
                ((try? root.evaluate(numbers.merging([path: limit]) { _, new in new })) ?? .nan) - center
            }
            let atLower = (moved(to: limits.lowerBound), -1.0)
            let atUpper = (moved(to: limits.upperBound), 1.0)
            let ends = atLower.0 <= atUpper.0 ? (atLower, atUpper) : (atUpper, atLower)
            below.append(Part(distance: max(-ends.0.0, 0), direction: ends.0.1, outcomes: published.outcomes))
            above.append(Part(distance: max(ends.1.0, 0), direction: ends.1.1, outcomes: published.outcomes))
        }
        guard !below.isEmpty else { return }
        var correlations: [(first: Int, second: Int, correlation: Double)] = []
        for second in below.indices {
            for first in 0..<second {
                guard let one = below[first].outcomes, let other = below[second].outcomes,
                    one.outcomes.imageSet == other.outcomes.imageSet
                else { continue }
                isPaired = true
                correlations.append((first, second, one.correlation(with: other)))
            }
        }
        func distance(_ parts: [Part]) -> Double {
            var square = parts.reduce(0) { $0 + $1.distance * $1.distance }
            for (first, second, correlation) in correlations {
                let (one, other) = (parts[first], parts[second])
                square += 2 * correlation * one.direction * other.direction * one.distance * other.distance
            }
            return max(square, 0).squareRoot()
        }
        let lower = center - distance(below)
        let upper = center + distance(above)
        if lower.isFinite, upper.isFinite { interval = lower...upper }
    }
}

extension ValueExpression.Node {
    fileprivate func evaluate(_ numbers: [ValuePath: Double]) throws(ExpressionProblem) -> Double {
        switch self {
        case .number(let number): return number
        case .path(let path): return numbers[path] ?? .nan
        case .negation(let node): return -(try node.evaluate(numbers))
        case .absolute(let node): return abs(try node.evaluate(numbers))
        case .operation(let symbol, let left, let right):
            let first = try left.evaluate(numbers)
            let second = try right.evaluate(numbers)
            switch symbol {
            case .plus: return first + second
            case .minus: return first - second
            case .times: return first * second
            case .over:
                guard second != 0 else { throw .divisionByZero(right.text) }
                return first / second
            }
        }
    }

    /// The node as an expression would write it, in one spelling.
    var text: String {
        switch self {
        case .number(let number): NumberFormat.significant(15).text(for: number)
        case .path(let path): path.text
        case .negation(let node): "-\(node.text)"
        case .absolute(let node): "abs(\(node.text))"
        case .operation(let symbol, let left, let right): "(\(left.text) \(symbol.rawValue) \(right.text))"
        }
    }
}

extension Publication.Kind {
    /// The kind of what is computed from values of these kinds.
    fileprivate init(ofResultFrom kinds: [Publication.Kind]) {
        self =
            kinds.contains(.measurement)
            ? .measurement : !kinds.isEmpty && kinds.allSatisfy { $0 == .setting } ? .setting : .value
    }
}
