import NotebookCore
import Testing

struct ValueExpressionTests {
    private let published: [ValuePath: PublishedValue] = [
        "a.accuracy": PublishedValue(.proportion(Proportion(successes: 9908, trials: 10_000))),
        "b.accuracy": PublishedValue(.proportion(Proportion(successes: 9900, trials: 10_000))),
        "m.parameters": PublishedValue(.integer(390_858)),
        "a.seconds": PublishedValue(.number(75), kind: .measurement),
        "a.loss": PublishedValue(.number(0.03125)),
        "a.name": PublishedValue(.text("adam")),
        "s.accuracy": PublishedValue(.number(0.5), substituteFor: "MNIST"),
    ]

    private func result(of text: String) throws -> ExpressionResult {
        try ValueExpression(parsing: text, at: SourceLocation(line: 1)).evaluate { published[$0] }
    }

    @Test(arguments: [
        ("a.accuracy", "99.08\u{202F}%"), ("percent(a.accuracy, 1)", "99.1\u{202F}%"), ("m.parameters", "390,858"),
        ("points(a.accuracy - b.accuracy)", "0.08\u{202F}points"), ("a.loss", "0.03125"), ("fixed(a.loss, 3)", "0.031"),
        ("integer((1 - a.accuracy) * 10000)", "92"), ("duration(a.seconds)", "1\u{202F}min 15\u{202F}s"),
        ("bytes(m.parameters * 4)", "1.56\u{202F}MB"), ("abs(b.accuracy - a.accuracy)", "0.08\u{202F}points"),
        ("a.name", "adam"),
        ("2 + 3 * 4", "14"), ("(2 + 3) * 4", "20"), ("-2 * -3", "6"), ("10 - 4 - 3", "3"),
        ("percent( a.accuracy )", "99.08\u{202F}%"),
    ])
    func evaluates(text: String, written: String) throws {
        #expect(try result(of: text).text == written)
    }

    @Test func carriesMeasurementsAndSubstitutes() throws {
        #expect(try result(of: "a.seconds / 8").isMeasurement)
        #expect(try !result(of: "a.loss").isMeasurement)
        #expect(try result(of: "1 - s.accuracy").substituteFor == "MNIST")
    }

    @Test func givesNewcombesIntervalForADifference() throws {
        // Newcombe 1998, method 10, from the Wilson limits of both shares.
        let a = Proportion(successes: 9908, trials: 10_000)
        let b = Proportion(successes: 9900, trials: 10_000)
        let difference = a.share - b.share
        let below = (a.share - a.wilsonInterval.lowerBound, b.wilsonInterval.upperBound - b.share)
        let above = (a.wilsonInterval.upperBound - a.share, b.share - b.wilsonInterval.lowerBound)
        let interval = try #require(try result(of: "a.accuracy - b.accuracy").interval)
        #expect(abs(interval.lowerBound - (difference - (below.0 * below.0 + below.1 * below.1).squareRoot())) < 1e-12)
        #expect(abs(interval.upperBound - (difference + (above.0 * above.0 + above.1 * above.1).squareRoot())) < 1e-12)
    }

    @Test func carriesAnIntervalThroughADecreasingFunction() throws {
        let wilson = Proportion(successes: 9908, trials: 10_000).wilsonInterval
        let interval = try #require(try result(of: "(1 - a.accuracy) * 10000").interval)
        #expect(abs(interval.lowerBound - (1 - wilson.upperBound) * 10_000) < 1e-9)
        #expect(abs(interval.upperBound - (1 - wilson.lowerBound) * 10_000) < 1e-9)
    }

    @Test func namesWhatHasNoValue() {
        #expect(throws: ExpressionProblem.missing("x.y")) { try result(of: "1 + x.y") }
        #expect(throws: ExpressionProblem.notANumber("a.name")) { try result(of: "a.name + 1") }
        #expect(throws: ExpressionProblem.divisionByZero("(a.loss - a.loss)")) {
            try result(of: "1 / (a.loss - a.loss)")
        }
    }

    @Test(
        arguments: [
            ("a.accuracy - b.accuracy", .points), ("1 - a.accuracy", .fraction),
            ("(a.accuracy + b.accuracy) / 2", .fraction),
            ("m.parameters / m.parameters", nil), ("percent(m.parameters / m.parameters)", .fraction),
            ("(1 - a.accuracy) * m.parameters", .count), ("a.loss * 2", nil), ("4 * m.parameters", .count),
            ("bytes(4 * m.parameters)", .bytes), ("abs(a.accuracy - b.accuracy)", .points),
            ("percent(a.accuracy - b.accuracy)", .points), ("100 * a.accuracy", nil), ("a.name", .text),
        ] as [(String, NotebookCore.Unit?)])
    func tellsTheUnit(text: String, unit: NotebookCore.Unit?) throws {
        let expression = try ValueExpression(parsing: text, at: SourceLocation(line: 1))
        try expression.checkUnits { published[$0]?.unit }
        #expect(expression.unit { published[$0]?.unit } == unit)
    }

    @Test(arguments: [
        ("a.accuracy + m.parameters", "a fraction and a count are added"),
        ("m.parameters - a.accuracy", "a count and a fraction are subtracted"),
        ("duration(a.accuracy)", "`duration` writes a duration, and the value is a fraction"),
        ("percent(m.parameters)", "`percent` writes a fraction, and the value is a count"),
    ])
    func refusesUnitsThatDoNotGoTogether(text: String, summary: String) throws {
        let expression = try ValueExpression(parsing: text, at: SourceLocation(line: 3, column: 5))
        let error = #expect(throws: Diagnostic.self) { try expression.checkUnits { published[$0]?.unit } }
        #expect(error?.summary == summary)
        #expect(error?.location == SourceLocation(line: 3, column: 5))
    }

    @Test(arguments: [
        ("", 1, "the expression is empty"), ("a.accuracy -b.accuracy", 12, "‘-’ has no spaces around it"),
        ("percent(a.accuracy", 19, "a closing parenthesis is missing"),
        ("percnt(a.accuracy)", 1, "there is no function `percnt`"),
        ("1 + percent(a.accuracy)", 5, "`percent` says how the result is written and stands outermost"),
        ("A.Accuracy", 1, "‘A.Accuracy’ is no path"), ("a.accuracy b.accuracy", 12, "‘b’ is not expected here"),
        ("1 +", 3, "‘+’ has no spaces around it"),
        ("percent(a.accuracy, 99)", 21, "the number of decimals is a whole number from 0 to 12"),
        ("integer(a.loss, 2)", 1, "`integer` takes no number of decimals"), ("a | b", 3, "‘|’ is not expected here"),
        ("1 / 0", 4, "the expression divides by zero"),
    ])
    func pointsAtWhereParsingFails(text: String, column: Int, summary: String) {
        let error = #expect(throws: Diagnostic.self) {
            try ValueExpression(parsing: text, at: SourceLocation(line: 7, column: 1))
        }
        #expect(error?.location?.column == column)
        #expect(error?.location?.line == 7)
        #expect(error?.summary == summary)
    }

    @Test func refusesDeepNesting() {
        for text in [String(repeating: "(", count: 10_000) + "1", String(repeating: "-", count: 10_000) + "1"] {
            #expect(throws: Diagnostic.self) { try ValueExpression(parsing: text, at: SourceLocation(line: 1)) }
        }
    }
}
