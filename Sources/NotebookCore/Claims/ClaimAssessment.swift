/// A claim set against the values of a run.
struct ClaimAssessment {
    let claim: Claim
    let judgment: Judgment
    /// One line where the claim's expectation does not hold.
    let failedExpectation: String?
    private let measured: ExpressionResult?
    private let problem: String?

    /// Throws where the expression divides by zero.
    init(_ claim: Claim, values: (ValuePath) -> PublishedValue?) throws(CellFailure) {
        self.claim = claim
        guard let expression = claim.measured else {
            (judgment, failedExpectation, measured, problem) = (.init(.notTested), nil, nil, nil)
            return
        }
        let result: ExpressionResult
        do {
            result = try expression.evaluate(values)
            if let number = result.value.number, number.isNaN {
                (judgment, failedExpectation, measured) = (.init(.notTested), nil, nil)
                problem = "`\(expression.text)` is not a number in this run"
                return
            }
        } catch {
            let reason: String
            switch error {
            case .missing(let path): reason = "`\(path)` has no value"
            case .notANumber(let path): reason = "`\(path)` is text"
            case .divisionByZero(let divisor):
                throw CellFailure(
                    "‘\(claim.statement)’ divides by zero: `\(divisor)` is 0 in `\(expression.text)`",
                    remedy: "Divide by a value that is not 0, or give a `reason:` in place of `measured:`.")
            }
            (judgment, failedExpectation, measured, problem) = (.init(.notTested), nil, nil, reason)
            return
        }
        measured = result
        problem = nil
        if let original = result.substituteFor {
            judgment = .init(.notApplicable, "the data are not known to be \(original)")
            failedExpectation = nil
            return
        }
        if case .text(let text) = result.value, let reported = claim.reported {
            let agrees = text.lowercased() == reported.trimmed.lowercased()
            judgment = .init(agrees ? .reproduced : .notReproduced)
        } else if let reported = claim.reportedValue {
            judgment = Judgment(
                reported: reported, measured: result, tolerance: claim.tolerance, sample: claim.sample)
        } else {
            judgment =
                result.isMeasurement
                ? .init(.measuredHere, result.conditions?.threadsText) : .init(.measured)
        }
        let number = result.value.number ?? .nan
        if let expectation = claim.expectation, !expectation.comparison.holds(number, expectation.bound.number) {
            let measuredText = NumberFormat(of: result, for: claim).text(for: number)
            failedExpectation = "\(claim.statement): expected \(expectation.text), measured \(measuredText)"
        } else {
            failedExpectation = nil
        }
    }

    /// The claim for the run's record.
    var assessed: AssessedClaim {
        AssessedClaim(
            statement: claim.statement, reported: claim.reported,
            measured: measured.map(text), interval: measured?.interval,
            isMeasurement: measured?.isMeasurement ?? false, verdict: judgment.verdict, note: judgment.note,
            identity: claim.identity)
    }

    var row: [Table.Cell] {
        let reported: Table.Cell = claim.reported.map { .text($0) } ?? .missing
        return [
            .text(claim.statement), reported, measuredCell, .verdict(judgment.verdict, note: judgment.note),
        ]
    }

    private func text(_ measured: ExpressionResult) -> String {
        if case .text(let text) = measured.value { return text }
        return NumberFormat(of: measured, for: claim).text(for: measured.value.number ?? .nan)
    }

    private var measuredCell: Table.Cell {
        guard let measured else {
            return (problem ?? claim.reason).map { .text($0) } ?? .missing
        }
        if case .text(let text) = measured.value { return .text(text) }
        let format = NumberFormat(of: measured, for: claim)
        if case .proportion(let proportion) = measured.value, case .percent(let decimals) = format {
            return .proportion(proportion, decimals: decimals, showsInterval: true)
        }
        let number = measured.value.number ?? .nan
        if measured.isMeasurement { return .measurement(number, format) }
        return measured.interval.map { .estimate(number, format, interval: $0) } ?? .number(number, format)
    }
}

extension Claim {
    /// The same for claims that compare the same figures; a claim that nothing measures is itself.
    fileprivate var identity: String {
        guard let measured else { return statement }
        return "\(measured.root.text) | \(reportedValue?.canonicalText ?? reported ?? "")"
    }
}
