import NotebookCore
import NotebookSyntax
import Testing

/// What becomes of claims, from the text of a notebook to the verdict: units × bounds × "about" × signs × precision.
///
/// The measured accuracy is 9,929 of 10,000, whose Wilson interval is 99.1055 to 99.4367 % (statsmodels). Limits of
/// differences from a reported figure follow from it by hand, and are given where a case is near one.
struct VerdictMatrixTests {
    private static let vocabulary = Vocabulary([MeasureDirective.self, ClaimsDirective.self])

    private func reading(_ claim: [String]) -> NotebookReading {
        let lines = claim.enumerated().map { ($0.offset == 0 ? "  - " : "    ") + $0.element }.joined(separator: "\n")
        return NotebookReader(vocabulary: Self.vocabulary).read(
            "---\nparams:\n  epochs: 20\n---\n```measure m\n```\n```claims c\nclaims:\n\(lines)\n```", file: "n.md")
    }

    private func result(_ claim: [String], _ values: [ValuePath: PublishedValue]) async throws -> CellResult {
        let reading = reading(["claim: A"] + claim)
        let cell = try #require(reading.notebook?.cells.last, "\(reading.diagnostics)")
        let context = CellContext(
            settings: RunSettings(), values: values, product: { _ in nil }, randomKey: { _ in 0 }, report: { _ in })
        return try await cell.directive.run(in: context)
    }

    private func assessed(
        _ claim: [String], _ values: [ValuePath: PublishedValue] = MeasureDirective.values()
    ) async throws -> AssessedClaim {
        try #require(try await result(claim, values).claims.first)
    }

    @Test(
        arguments: [
            // Figures against a fraction with an interval.
            ("99.29%", "m.accuracy", .reproduced), ("99.08%", "m.accuracy", .undecided),
            ("99.11%", "m.accuracy", .reproduced), ("99.1%", "m.accuracy", .reproduced),
            ("99.10%", "m.accuracy", .undecided), ("99.44%", "m.accuracy", .reproduced),
            ("99.45%", "m.accuracy", .undecided),
            // Limits of the 99.9 % interval: the distances of those of 95 %, times 3.2905 / 1.9600, and the rounding.
            ("98.98%", "m.accuracy", .undecided), ("98.97%", "m.accuracy", .notReproduced),
            ("99.54%", "m.accuracy", .undecided), ("99.55%", "m.accuracy", .notReproduced),
            ("0.9929", "m.accuracy", .reproduced),
            ("99.0 ± 0.1 %", "m.accuracy", .undecided), ("98.8 ± 0.1 %", "m.accuracy", .notReproduced),
            ("99.0 ± 0.3 %", "m.accuracy", .reproduced),
            ("99.1% (98.9–99.2)", "m.accuracy", .reproduced),
            // Bounds: decided only where the interval lies on one side.
            ("above 99%", "m.accuracy", .reproduced), ("above 99.2%", "m.accuracy", .undecided),
            ("at least 99.4366%", "m.accuracy", .undecided), ("above 99.5%", "m.accuracy", .notReproduced),
            ("under 99.5%", "m.accuracy", .reproduced), ("under 99.3%", "m.accuracy", .undecided),
            ("at most 99%", "m.accuracy", .notReproduced), ("99% or more", "m.accuracy", .reproduced),
            // Ranges.
            ("99 to 99.5%", "m.accuracy", .reproduced), ("99.2 to 99.4%", "m.accuracy", .undecided),
            ("98 to 99%", "m.accuracy", .notReproduced), ("99.3 to 100%", "m.accuracy", .undecided),
            // About: a tenth, or the rounding of the digits.
            ("about 12,731", "m.parameters", .reproduced), ("12,731", "m.parameters", .notReproduced),
            ("about 14,000", "m.parameters", .reproduced), ("about 14,500", "m.parameters", .notReproduced),
            ("about 10,000", "m.parameters", .reproduced), ("about 20,000", "m.parameters", .notReproduced),
            ("about 78", "m.errors", .reproduced), ("about 80", "m.errors", .notReproduced),
            ("about 99%", "m.accuracy", .reproduced), ("about 92", "(1 - m.accuracy) * 10000", .reproduced),
            ("about 100", "(1 - m.accuracy) * 10000", .reproduced),
            ("about 110", "(1 - m.accuracy) * 10000", .notReproduced),
            // Counts without an interval: the value decides.
            ("71", "m.errors", .reproduced), ("72", "m.errors", .notReproduced), ("6 to 80", "m.errors", .reproduced),
            ("at most 71", "m.errors", .reproduced), ("under 71", "m.errors", .notReproduced),
            ("71 errors", "m.errors", .reproduced),
            // Numbers: at the precision that is written.
            ("0.82", "m.loss", .reproduced), ("0.8", "m.loss", .reproduced), ("0.83", "m.loss", .notReproduced),
            ("under 1", "m.loss", .reproduced), ("under 0.8", "m.loss", .notReproduced),
            // Fractions without an interval, and ties of their decimals.
            ("94.35%", "m.confidence", .reproduced), ("94.4%", "m.confidence", .reproduced),
            ("94%", "m.confidence", .reproduced), ("95%", "m.confidence", .notReproduced),
            // Differences: 0.29 points, Newcombe's interval 0.0374 to 0.5554 for independent fractions.
            ("above 0 points", "points(m.accuracy - m.other)", .reproduced),
            ("0.3 points", "points(m.accuracy - m.other)", .reproduced),
            ("0.33 points", "m.accuracy - m.other", .reproduced), ("+0.33 points", "m.accuracy - m.other", .reproduced),
            ("0.6 points", "m.accuracy - m.other", .reproduced),
            ("0.61 points", "m.accuracy - m.other", .undecided),
            ("1.00 points", "m.accuracy - m.other", .notReproduced),
            ("−0.2 points", "m.accuracy - m.other", .notReproduced),
            ("above 0.1 points", "m.accuracy - m.other", .undecided), ("above 0", "m.accuracy - m.other", .reproduced),
            ("under 0 points", "m.accuracy - m.other", .notReproduced),
            ("above 0 points", "m.other - m.accuracy", .notReproduced),
            // Settings, durations and speeds are not judged.
            ("0.001", "m.rate", .asSet), ("0.01", "m.rate", .setDifferently),
            ("under 2 minutes", "m.seconds", .measuredHere),
            ("10 s", "m.seconds", .measuredHere), ("5,000 images/s", "m.speed", .measuredHere),
            ("under 1 minute", "duration(m.seconds / 2)", .measuredHere),
            // Sizes and texts.
            ("50.9 kB", "m.bytes", .reproduced), ("50.8 kB", "m.bytes", .notReproduced),
            ("50,920 bytes", "m.bytes", .reproduced),
            ("under 1 MB", "m.bytes", .reproduced), ("Adam", "m.name", .reproduced), ("sgd", "m.name", .notReproduced),
            ("51 kB", "m.bytes", .reproduced),
        ] as [(String, String, Verdict)])
    func givesTheVerdict(reported: String, measured: String, verdict: Verdict) async throws {
        let claim = try await assessed(["reported: \"\(reported)\"", "measured: \(measured)"])
        #expect(claim.verdict == verdict, "\(claim)")
    }

    /// Two samples: 99.29 % of 10,000 here. Differences from figures of so many images, by hand from Wilson's limits.
    @Test(
        arguments: [
            // −0.0404 to 0.4636 points
            ("99.08%", "10000", .reproduced),
            // 0.0342 to 0.5500 points
            ("99%", "10000", .reproduced), ("99.00%", "10000", .undecided), ("98.70%", "10000", .notReproduced),
            ("99.08%", "same", .reproduced),
            ("98.85%", "same", .undecided), ("98.60%", "same", .notReproduced), ("98.85%", "100", .reproduced),
        ] as [(String, String, Verdict)])
    func comparesWithASampleOfKnownSize(reported: String, sample: String, verdict: Verdict) async throws {
        let claim = try await assessed(["reported: \(reported)", "sample: \(sample)", "measured: m.accuracy"])
        #expect(claim.verdict == verdict, "\(claim)")
        #expect(claim.note?.hasPrefix("one seed") ?? false)
    }

    /// The measured difference is −0.06 points, its interval −0.34 to 0.22: it reproduces no gain of 0.06.
    @Test(arguments: ["0.06 points", "+0.06 points", "above 0 points", "−0.06 points"])
    func leavesAnOpenSignUndecided(reported: String) async throws {
        let values = MeasureDirective.values([
            "m.accuracy": .proportion(Proportion(successes: 9912, trials: 10_000)),
            "m.other": .proportion(Proportion(successes: 9918, trials: 10_000)),
        ])
        let claim = try await assessed(["reported: \(reported)", "measured: points(m.accuracy - m.other)"], values)
        #expect(claim.verdict == .undecided)
        #expect(claim.measured == "−0.06\u{202F}points")
    }

    @Test(
        arguments: [
            ("99.08%", "0.3 points", "m.accuracy", .reproduced), ("99.08%", "0.2 points", "m.accuracy", .notReproduced),
            ("12,731", "1", "m.parameters", .reproduced), ("12,732", "1", "m.parameters", .notReproduced),
            ("0.8", "10%", "m.loss", .reproduced), ("0.9", "5%", "m.loss", .notReproduced),
        ] as [(String, String, String, Verdict)])
    func aToleranceTakesThePlaceOfIntervals(
        reported: String, tolerance: String, measured: String, verdict: Verdict
    ) async throws {
        let claim = try await assessed(["reported: \(reported)", "tolerance: \(tolerance)", "measured: \(measured)"])
        #expect(claim.verdict == verdict)
    }

    /// A bound sets no decimals; digits follow the measured value, and tell it from the bound.
    @Test(arguments: [
        ("under 1", "m.loss", "0.8217"), ("above 0", "m.accuracy - m.other", "0.29\u{202F}points"),
        ("at least 98%", "m.accuracy", "99.29\u{202F}%"), ("99.3%", "m.accuracy", "99.29\u{202F}%"),
        ("about 13,000", "m.parameters", "12,730"), ("0.8", "m.loss", "0.8217"),
        ("above 99.285%", "percent(m.accuracy, 0)", "99.29\u{202F}%"),
        ("above 99%", "percent(m.accuracy, 0)", "99.3\u{202F}%"),
        ("under 2 minutes", "m.seconds", "1\u{202F}min 36\u{202F}s"),
        ("above 94%", "percent(m.confidence, 1)", "94.4\u{202F}%"),
    ])
    func showsTheMeasuredValueAtItsOwnPrecision(reported: String, measured: String, text: String) async throws {
        let claim = try await assessed(["reported: \"\(reported)\"", "measured: \(measured)"])
        #expect(claim.measured == text)
    }

    @Test(arguments: [
        ("< 0.1", "m.loss", "A: expected < 0.1, measured 0.8217"),
        (">= 99.3%", "m.accuracy", "A: expected >= 99.3%, measured 99.29\u{202F}%"),
        (">= 99.3%", "percent(m.accuracy, 1)", "A: expected >= 99.3%, measured 99.29\u{202F}%"),
        ("> 0.5 points", "m.accuracy - m.other", "A: expected > 0.5 points, measured 0.29\u{202F}points"),
        ("<= 70", "m.errors", "A: expected <= 70, measured 71"),
        ("< 1 min", "m.seconds", "A: expected < 1 min, measured 1\u{202F}min 36\u{202F}s"),
        (">= 0.995", "m.accuracy", "A: expected >= 0.995, measured 99.29\u{202F}%"),
    ])
    func tellsAFailedExpectation(expect: String, measured: String, message: String) async throws {
        let result = try await result(["expect: \"\(expect)\"", "measured: \(measured)"], MeasureDirective.values())
        #expect(result.failedExpectations == [message])
    }

    @Test(arguments: [
        (">= 99%", "m.accuracy"), ("< 1", "m.loss"), ("> 0", "m.accuracy - m.other"), ("> 0.99", "m.accuracy"),
        ("<= 71", "m.errors"), ("< 2 min", "m.seconds"),
    ])
    func anExpectationThatHoldsIsSilent(expect: String, measured: String) async throws {
        let result = try await result(["expect: \"\(expect)\"", "measured: \(measured)"], MeasureDirective.values())
        #expect(result.failedExpectations.isEmpty)
    }

    @Test(arguments: [
        (
            "reported: less than 2 minutes", "m.accuracy",
            "‘less than 2 minutes’ is a duration, and the measured value is a fraction"
        ),
        ("reported: 94%", "m.errors", "‘94%’ is a fraction, and the measured value is a count"),
        ("reported: 94%", "m.loss", "‘94%’ is a fraction, and the measured value is a number without a unit"),
        (
            "reported: 0.3 points", "m.accuracy",
            "‘0.3 points’ is a difference of fractions, and the measured value is a fraction"
        ),
        (
            "reported: 0.3%", "m.accuracy - m.other",
            "‘0.3%’ is a fraction, and the measured value is a difference of fractions"
        ),
        ("reported: 3 MB", "m.parameters", "‘3 MB’ is a number of bytes, and the measured value is a count"),
        ("reported: 120", "m.seconds", "‘120’ is a number without a unit, and the measured value is a duration"),
        (
            "reported: 500,000", "m.bytes",
            "‘500,000’ is a number without a unit, and the measured value is a number of bytes"
        ),
        ("expect: \">= 70\"", "m.accuracy", "‘>= 70’ is a number without a unit, and the measured value is a fraction"),
        ("expect: \"< 5 s\"", "m.loss", "‘< 5 s’ is a duration, and the measured value is a number without a unit"),
        ("reported: 1", "m.accuracy", "‘1’ is a number without a unit, and the measured value is a fraction"),
        ("reported: many", "m.errors", "‘many’ cannot be compared with a measured value"),
        ("reported: 5", "m.accuracy + m.errors", "a fraction and a count are added"),
    ])
    func refusesUnitsThatDiffer(line: String, measured: String, summary: String) {
        let reading = reading(["claim: A", line, "measured: \(measured)"])
        #expect(reading.notebook == nil)
        #expect(reading.diagnostics.map(\.summary) == [summary])
        #expect(reading.diagnostics.first?.location?.line == (summary.hasSuffix("added") ? 11 : 10))
    }

    @Test func asksForThePercentThatWasMeant() {
        let reading = reading(["claim: A", "expect: \">= 70\"", "measured: m.accuracy"])
        #expect(reading.diagnostics.first?.remedy == "Did you mean `70%`?")
    }

    @Test(arguments: [
        ("reported: 94,35 %", "94.35%"), ("reported: under 0,5", "0.5"), ("expect: \"<= 0,5\"", "<= 0.5"),
        ("reported: 0,500", "0.500"),
    ])
    func refusesADecimalComma(line: String, suggestion: String) {
        let reading = reading(["claim: A", line, "measured: m.loss"])
        #expect(reading.notebook == nil)
        #expect(reading.diagnostics.map { $0.summary.contains("has a comma that does not separate groups") } == [true])
        #expect(reading.diagnostics.first?.remedy?.contains("`\(suggestion)`") ?? false)
    }

    @Test func notANumberIsNotTested() async throws {
        let claim = try await assessed(
            ["reported: under 1", "measured: m.loss"], MeasureDirective.values(["m.loss": .number(.nan)]))
        #expect(claim.verdict == .notTested)
    }

    @Test func dividingByZeroFails() async {
        await #expect(throws: CellFailure.self) {
            try await result(
                ["reported: under 1", "measured: m.loss / m.errors"], MeasureDirective.values(["m.errors": .integer(0)])
            )
        }
    }

    @Test func otherDataMakeAClaimInapplicable() async throws {
        let claim = try await assessed(
            ["reported: 99.08%", "measured: m.accuracy"], MeasureDirective.values(substituteFor: "MNIST"))
        #expect(claim.verdict == .notApplicable)
    }

    @Test func theSameFiguresCountOnceAndDurationsNotAtAll() async throws {
        let reading = NotebookReader(vocabulary: Self.vocabulary).read(
            """
            ```measure m
            ```
            ```claims c
            claims:
              - claim: Parameters
                reported: about 12,000
                measured: m.parameters
              - claim: Size of the network
                reported: around 12000
                measured: integer(m.parameters)
              - claim: Quick
                reported: under 2 minutes
                measured: m.seconds
              - claim: Loss
                reported: under 0.5
                measured: m.loss
            ```
            """, file: "n.md")
        let cell = try #require(reading.notebook?.cells.last, "\(reading.diagnostics)")
        let context = CellContext(
            settings: RunSettings(), values: MeasureDirective.values(), product: { _ in nil }, randomKey: { _ in 0 },
            report: { _ in })
        let result = try await cell.directive.run(in: context)
        #expect(result.values["c.count"] == .integer(2))
        #expect(result.values["c.reproduced"] == .integer(1))
        #expect(result.values["c.not-reproduced"] == .integer(1))
        guard case .table(let table)? = result.outputs.first else { return }
        #expect(table.title == "2 claims: 1 reproduced, 1 not reproduced; 1 measured here")
    }
}
