extension ValueExpression {
    /// The unit of the result, where `lookup` tells those of the paths; nil where it cannot be told.
    package func unit(_ lookup: (ValuePath) -> Unit?) -> Unit? {
        guard case .unit(let unit) = (try? operand(lookup)) ?? .unknown else { return nil }
        return unit
    }

    /// Throws where the expression adds what has different units, or writes a number as what it is not: accuracy as a
    /// duration.
    package func checkUnits(_ lookup: (ValuePath) -> Unit?) throws(Diagnostic) {
        do throws(UnitMismatch) {
            _ = try operand(lookup)
        } catch {
            throw Diagnostic(at: location, error.summary, remedy: error.remedy)
        }
    }

    private func operand(_ lookup: (ValuePath) -> Unit?) throws(UnitMismatch) -> Operand {
        try root.operand(lookup).written(as: format)
    }
}

/// Units that do not go together.
private struct UnitMismatch: Error {
    var summary: String
    var remedy: String
}

/// What is known of a part of an expression.
private enum Operand: Equatable {
    /// Numbers alone, which take the unit of what they stand beside.
    case literal
    case unit(Unit)
    /// A quotient of two counts, durations or the like: a fraction, or how many times as much.
    case ratio
    case unknown

    var unit: Unit? { if case .unit(let unit) = self { unit } else { nil } }

    func written(as format: NumberFormat?) throws(UnitMismatch) -> Operand {
        guard let format else { return self }
        let wanted: Unit
        let function: String
        switch format {
        case .percent: (wanted, function) = (.fraction, "percent")
        case .points: (wanted, function) = (.points, "points")
        case .duration: (wanted, function) = (.seconds, "duration")
        case .bytes: (wanted, function) = (.bytes, "bytes")
        case .integer, .fixed, .significant: return self
        }
        guard let unit else { return .unit(wanted) }
        let allowed: [Unit] =
            switch wanted {
            case .fraction: [.fraction, .points, .number]
            case .points: [.points, .fraction, .number]
            case .bytes: [.bytes, .count, .number]
            default: [wanted, .number]
            }
        guard allowed.contains(unit) else {
            throw UnitMismatch(
                summary: "`\(function)` writes \(wanted.wording), and the value is \(unit.wording)",
                remedy: "Leave `\(function)(…)` out, or name a value that is \(wanted.wording).")
        }
        // A difference of fractions stays one, however it is written.
        return .unit(unit == .points ? .points : wanted)
    }
}

extension ValueExpression.Node {
    fileprivate func operand(_ lookup: (ValuePath) -> Unit?) throws(UnitMismatch) -> Operand {
        switch self {
        case .number: return .literal
        case .path(let path): return lookup(path).map { .unit($0) } ?? .unknown
        case .negation(let node), .absolute(let node): return try node.operand(lookup)
        case .operation(let symbol, let left, let right):
            let first = try left.operand(lookup)
            let second = try right.operand(lookup)
            switch symbol {
            case .plus, .minus: return try Self.sum(first, second, isDifference: symbol == .minus)
            case .times: return Self.product(first, second)
            case .over: return Self.quotient(first, second)
            }
        }
    }

    private static func sum(
        _ first: Operand, _ second: Operand, isDifference: Bool
    ) throws(UnitMismatch) -> Operand {
        switch (first, second) {
        case (.literal, let other), (let other, .literal): return other
        case (.unknown, _), (_, .unknown), (.ratio, _), (_, .ratio): return .unknown
        case (.unit(.fraction), .unit(.fraction)): return .unit(isDifference ? .points : .fraction)
        case (.unit(.points), .unit(.fraction)), (.unit(.fraction), .unit(.points)): return .unit(.fraction)
        case (.unit(.number), .unit(let unit)), (.unit(let unit), .unit(.number)): return .unit(unit)
        case (.unit(let one), .unit(let other)):
            guard one == other else {
                throw UnitMismatch(
                    summary: "\(one.wording) and \(other.wording) are \(isDifference ? "subtracted" : "added")",
                    remedy: "Compare values of one unit; divide by the whole first to turn a count into a fraction.")
            }
            return first
        }
    }

    private static func product(_ first: Operand, _ second: Operand) -> Operand {
        switch (first, second) {
        case (.literal, .literal): .literal
        case (.literal, .unit(let unit)), (.unit(let unit), .literal):
            // A hundred times a fraction is a percentage, half a fraction is one.
            unit == .fraction || unit == .points ? .unknown : .unit(unit)
        case (.unit(.fraction), .unit(.fraction)): .unit(.fraction)
        case (.unit(.fraction), .unit(let unit)), (.unit(let unit), .unit(.fraction)),
            (.unit(.number), .unit(let unit)), (.unit(let unit), .unit(.number)):
            .unit(unit)
        case (.unit(.perSecond), .unit(.seconds)), (.unit(.seconds), .unit(.perSecond)): .unit(.count)
        default: .unknown
        }
    }

    private static func quotient(_ first: Operand, _ second: Operand) -> Operand {
        switch (first, second) {
        case (.literal, .literal): .literal
        case (.unit(let unit), .literal): .unit(unit)
        case (.unit(.count), .unit(.seconds)): .unit(.perSecond)
        case (.unit(.count), .unit(.perSecond)): .unit(.seconds)
        case (.unit(let one), .unit(let other)) where one == other: .ratio
        case (.unit(let unit), .unit(.count)), (.unit(let unit), .unit(.number)): .unit(unit)
        default: .unknown
        }
    }
}
