/// What an expression came to.
package struct ExpressionResult: Hashable, Sendable {
    /// The value; a proportion where the expression is a proportion's path alone.
    package var value: Value
    /// 95 % interval, where the expression rests on proportions.
    package var interval: ClosedRange<Double>?
    /// Whether a measurement is part of it, so that it varies from run to run.
    package var isMeasurement: Bool
    /// What the data behind it stand in for; nil for the real thing.
    package var substituteFor: String?
    /// How to write it.
    package var format: NumberFormat

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
}

extension ValueExpression {
    /// Evaluates with the published values that `lookup` finds.
    ///
    /// The interval of a function of several proportions takes each proportion to its limits in turn and adds the
    /// deviations in quadrature (method of variance estimates recovery, Zou & Donner 2008), which takes them to be
    /// independent; for the difference of two it is Newcombe's (1998, method 10).
    package func evaluate(
        _ lookup: (ValuePath) -> PublishedValue?
    ) throws(ExpressionProblem) -> ExpressionResult {
        var found: [ValuePath: PublishedValue] = [:]
        for mention in mentions {
            guard let value = lookup(mention.path) else { throw .missing(mention.path) }
            found[mention.path] = value
        }
        let isMeasurement = found.values.contains { $0.kind == .measurement }
        let substitute = mentions.lazy.compactMap { found[$0.path]?.substituteFor }.first
        if case .path(let path) = root, let published = found[path] {
            return ExpressionResult(
                value: published.value, interval: published.value.interval, isMeasurement: isMeasurement,
                substituteFor: substitute, format: format ?? published.value.naturalFormat)
        }
        var numbers: [ValuePath: Double] = [:]
        for (path, published) in found {
            guard let number = published.value.number else { throw .notANumber(path) }
            numbers[path] = number
        }
        let centre = root.evaluate(numbers)
        return ExpressionResult(
            value: .number(centre), interval: interval(around: centre, numbers, found), isMeasurement: isMeasurement,
            substituteFor: substitute, format: format ?? .significant(4))
    }

    private func interval(
        around centre: Double, _ numbers: [ValuePath: Double], _ found: [ValuePath: PublishedValue]
    ) -> ClosedRange<Double>? {
        var below = 0.0
        var above = 0.0
        var isUncertain = false
        for (path, published) in found.sorted(by: { $0.key < $1.key }) {
            guard let limits = published.value.interval else { continue }
            isUncertain = true
            let ends = [limits.lowerBound, limits.upperBound].map { limit in
                root.evaluate(numbers.merging([path: limit]) { _, new in new })
            }
            let low = min(ends[0], ends[1], centre)
            let high = max(ends[0], ends[1], centre)
            below += (centre - low) * (centre - low)
            above += (high - centre) * (high - centre)
        }
        let lower = centre - below.squareRoot()
        let upper = centre + above.squareRoot()
        return isUncertain && lower.isFinite && upper.isFinite ? lower...upper : nil
    }
}

extension ValueExpression.Node {
    fileprivate func evaluate(_ numbers: [ValuePath: Double]) -> Double {
        switch self {
        case .number(let number): number
        case .path(let path): numbers[path] ?? .nan
        case .negation(let node): -node.evaluate(numbers)
        case .absolute(let node): abs(node.evaluate(numbers))
        case .operation(let symbol, let left, let right):
            switch symbol {
            case .plus: left.evaluate(numbers) + right.evaluate(numbers)
            case .minus: left.evaluate(numbers) - right.evaluate(numbers)
            case .times: left.evaluate(numbers) * right.evaluate(numbers)
            case .over: left.evaluate(numbers) / right.evaluate(numbers)
            }
        }
    }
}

extension Value {
    /// How the value is written where nothing else is said.
    package var naturalFormat: NumberFormat {
        switch self {
        case .integer: .integer
        case .proportion: .percent(2)
        case .number, .text: .significant(4)
        }
    }
}
