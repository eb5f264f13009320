/// One statement of a report, what was reported, and how a run measures it.
package struct Claim: Hashable, Sendable {
    package var statement: String
    /// What the report says, as it writes it.
    package var reported: String?
    /// `reported` read as a number, range or bound; nil where it is words.
    package var reportedValue: ReportedValue?
    package var measured: ValueExpression?
    /// How far the measured value may lie from the reported one, in its unit; relative for plain numbers in percent.
    package var tolerance: Double?
    /// The images behind the reported figure; nil where the report does not say.
    package var sample: Judgment.Sample?
    /// What the measured value must satisfy for the run to succeed.
    package var expectation: Expectation?
    /// Why nothing measures the claim.
    package var reason: String?
    /// Where `reported` and `expect` are written, for messages.
    package var locations: [String: SourceLocation] = [:]

    /// A comparison with a bound, as written.
    package struct Expectation: Hashable, Sendable {
        package var comparison: Comparison
        package var bound: Quantity
        package var text: String
    }
}
