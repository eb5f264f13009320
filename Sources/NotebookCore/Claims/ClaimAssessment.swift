/// A claim set against the values of a run.
struct ClaimAssessment {
    let claim: Claim
    let verdict: Verdict
    /// One line where the claim's expectation does not hold.
    let failedExpectation: String?
    private let measured: ExpressionResult?
    private let problem: String?

    init(_ claim: Claim, values: (ValuePath) -> PublishedValue?) {
        self.claim = claim
        guard let expression = claim.measured else {
            (verdict, failedExpectation, measured, problem) = (.notTested, nil, nil, nil)
            return
        }
        let result: ExpressionResult
        do {
            result = try expression.evaluate(values)
        } catch {
            let reason =
                switch error {
                case .missing(let path): "`\(path)` has no value"
                case .notANumber(let path): "`\(path)` is text"
                }
            (verdict, failedExpectation, measured, problem) = (.notTested, nil, nil, reason)
            return
        }
        let number = result.value.number ?? .nan
        measured = result
        problem = nil
        guard result.substituteFor == nil else {
            (verdict, failedExpectation) = (.notApplicable, nil)
            return
        }
        if let reported = claim.reportedValue {
            let isReproduced = reported.isReproduced(
                by: number, interval: result.interval, tolerance: claim.tolerance)
            verdict = isReproduced ? .reproduced : .notReproduced
        } else {
            verdict = .measured
        }
        if let expectation = claim.expectation, !expectation.comparison.holds(number, expectation.bound.number) {
            // The bound is often round: in its format 97.79 % would read as the 98 % that it misses.
            let format = claim.reportedValue?.format ?? result.format
            let measuredText = format.text(for: number)
            failedExpectation = "\(claim.statement): expected \(expectation.text), measured \(measuredText)"
        } else {
            failedExpectation = nil
        }
    }

    /// The claim for the run's record.
    var assessed: AssessedClaim {
        AssessedClaim(
            statement: claim.statement, reported: claim.reported,
            measured: measured.map(text), isMeasurement: measured?.isMeasurement ?? false, verdict: verdict)
    }

    var row: [Table.Cell] {
        let reported: Table.Cell = claim.reported.map { .text($0) } ?? .missing
        return [.text(claim.statement), reported, measuredCell, .verdict(verdict)]
    }

    private func format(of measured: ExpressionResult) -> NumberFormat {
        claim.measured?.format ?? claim.reportedValue?.format ?? measured.format
    }

    private func text(_ measured: ExpressionResult) -> String {
        if case .text(let text) = measured.value { return text }
        return format(of: measured).text(for: measured.value.number ?? .nan)
    }

    private var measuredCell: Table.Cell {
        guard let measured else {
            return (problem ?? claim.reason).map { .text($0) } ?? .missing
        }
        if case .text(let text) = measured.value { return .text(text) }
        let format = format(of: measured)
        if case .proportion(let proportion) = measured.value, case .percent(let decimals) = format {
            return .proportion(proportion, decimals: decimals, showsInterval: true)
        }
        let number = measured.value.number ?? .nan
        return measured.isMeasurement ? .measurement(number, format) : .number(number, format)
    }
}
