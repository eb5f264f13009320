/// An expression over published values: `percent(baseline.test.accuracy, 2)`, `a.accuracy - b.accuracy`.
///
/// Names are dotted paths in kebab-case, so that the operators `+ - * /` need spaces around them. The functions
/// `percent`, `points`, `fixed`, `integer`, `duration` and `bytes` say how the result is written and stand outermost;
/// `abs` may stand anywhere.
package struct ValueExpression: Hashable, Sendable {
    package indirect enum Node: Hashable, Sendable {
        case number(Double)
        case path(ValuePath)
        case negation(Node)
        case absolute(Node)
        case operation(Operator, Node, Node)
    }

    package enum Operator: Character, Hashable, Sendable {
        case plus = "+"
        case minus = "-"
        case times = "*"
        case over = "/"
    }

    /// A path with the place where the expression names it.
    package struct Mention: Hashable, Sendable {
        package var path: ValuePath
        package var location: SourceLocation
    }

    /// The expression as written.
    package let text: String
    package let root: Node
    /// How the result is to be written; nil leaves it to the value.
    package let format: NumberFormat?
    package let mentions: [Mention]
    package let location: SourceLocation

    /// Parses an expression that stands at `location`; the diagnostic points at the character where it went wrong.
    package init(parsing text: String, at location: SourceLocation) throws(Diagnostic) {
        var parser = ValueExpressionParser(text, at: location)
        let (root, format) = try parser.parse()
        self.text = text.trimmed
        self.root = root
        self.format = format
        self.mentions = parser.mentions
        self.location = location
    }
}
