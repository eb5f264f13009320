/// A recursive-descent parser of value expressions.
struct ValueExpressionParser {
    private(set) var mentions: [ValueExpression.Mention] = []
    private let characters: [Character]
    private let location: SourceLocation
    private var position = 0
    private var depth = 0

    /// Nesting beyond which an expression is refused, so that no input exhausts the stack.
    private static let depthLimit = 64

    init(_ text: String, at location: SourceLocation) {
        characters = Array(text)
        self.location = location
    }

    mutating func parse() throws(Diagnostic) -> (ValueExpression.Node, NumberFormat?) {
        skipSpaces()
        guard position < characters.count else {
            throw problem(
                "the expression is empty",
                remedy: "Write a value's path, such as `baseline.test.accuracy`.")
        }
        let start = position
        let word = peekWord()
        let result: (ValueExpression.Node, NumberFormat?)
        if Self.formatNames.contains(word), isCall(of: word) {
            result = try format(named: word)
        } else {
            position = start
            result = (try sum(), nil)
        }
        skipSpaces()
        guard position == characters.count else {
            throw problem("‘\(characters[position])’ is not expected here", remedy: Self.operatorHint)
        }
        return result
    }

    private static let formatNames = ["percent", "points", "fixed", "integer", "duration", "bytes"]
    private static let operatorHint = "Operators need spaces around them: `a.accuracy - b.accuracy`."

    // MARK: Grammar

    private mutating func format(named name: String) throws(Diagnostic) -> (ValueExpression.Node, NumberFormat?) {
        let start = position
        position += name.count
        skipSpaces()
        position += 1
        let node = try sum()
        var decimals: Int?
        skipSpaces()
        if take(",") {
            skipSpaces()
            let digitsStart = position
            let word = takeWord()
            guard let number = Int(word), (0...12).contains(number) else {
                position = digitsStart
                throw problem("the number of decimals is a whole number from 0 to 12")
            }
            decimals = number
        }
        skipSpaces()
        guard take(")") else { throw problem("a closing parenthesis is missing") }
        switch name {
        case "percent": return (node, .percent(decimals ?? 2))
        case "points": return (node, .points(decimals ?? 2))
        case "fixed": return (node, .fixed(decimals ?? 2))
        default:
            guard decimals == nil else {
                position = start
                throw problem("`\(name)` takes no number of decimals")
            }
            return (node, name == "integer" ? .integer : name == "duration" ? .duration : .bytes)
        }
    }

    private mutating func sum() throws(Diagnostic) -> ValueExpression.Node {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.depthLimit else { throw problem("the expression is nested too deeply") }
        var node = try product()
        while let symbol = try takeOperator(among: [.plus, .minus]) {
            node = .operation(symbol, node, try product())
        }
        return node
    }

    private mutating func product() throws(Diagnostic) -> ValueExpression.Node {
        var node = try factor()
        while let symbol = try takeOperator(among: [.times, .over]) {
            let start = position
            let right = try factor()
            if symbol == .over, right == .number(0) {
                position = start
                throw problem("the expression divides by zero", remedy: "Divide by a value that is not 0.")
            }
            node = .operation(symbol, node, right)
        }
        return node
    }

    private mutating func factor() throws(Diagnostic) -> ValueExpression.Node {
        skipSpaces()
        guard position < characters.count else { throw problem("the expression ends where a value is wanted") }
        if take("(") {
            let node = try sum()
            skipSpaces()
            guard take(")") else { throw problem("a closing parenthesis is missing") }
            return node
        }
        let start = position
        if take("-") {
            depth += 1
            defer { depth -= 1 }
            guard depth <= Self.depthLimit else { throw problem("the expression is nested too deeply") }
            return .negation(try factor())
        }
        let word = takeWord()
        guard !word.isEmpty else {
            throw problem("‘\(characters[position])’ is not expected here", remedy: Self.operatorHint)
        }
        if let number = finiteNumber(word) { return .number(number) }
        if isAtCall { return try call(word, start: start) }
        guard ValuePath.isWellFormed(word) else {
            position = start
            throw problem(
                "‘\(word)’ is no path", length: word.count,
                remedy: "Paths are lower-case words with hyphens, joined by dots: `baseline.test.accuracy`.")
        }
        let path = ValuePath(word)
        mentions.append(.init(path: path, location: place(at: start, length: word.count)))
        return .path(path)
    }

    private mutating func call(_ name: String, start: Int) throws(Diagnostic) -> ValueExpression.Node {
        guard name == "abs" else {
            position = start
            if Self.formatNames.contains(name) {
                throw problem(
                    "`\(name)` says how the result is written and stands outermost", length: name.count,
                    remedy: "Write `\(name)(…)` around the whole expression.")
            }
            let known = Self.formatNames + ["abs"]
            let suggestion = Suggestion.closest(to: name, among: known).map { "Did you mean `\($0)`?" }
            throw problem(
                "there is no function `\(name)`", length: name.count,
                remedy: suggestion ?? "Functions are \(known.joined(separator: ", ")).")
        }
        skipSpaces()
        position += 1
        let node = try sum()
        skipSpaces()
        guard take(")") else { throw problem("a closing parenthesis is missing") }
        return .absolute(node)
    }

    // MARK: Characters

    private func problem(_ summary: String, length: Int = 1, remedy: String? = nil) -> Diagnostic {
        Diagnostic(at: place(at: position, length: length), summary, remedy: remedy)
    }

    private func place(at offset: Int, length: Int) -> SourceLocation {
        SourceLocation(line: location.line, column: location.column + offset, length: length)
    }

    private mutating func skipSpaces() {
        while position < characters.count, characters[position].isWhitespace { position += 1 }
    }

    private mutating func take(_ character: Character) -> Bool {
        guard position < characters.count, characters[position] == character else { return false }
        position += 1
        return true
    }

    /// An operator with spaces on both sides; a hyphen without them belongs to a name.
    private mutating func takeOperator(
        among symbols: [ValueExpression.Operator]
    ) throws(Diagnostic) -> ValueExpression.Operator? {
        let start = position
        skipSpaces()
        guard position < characters.count, let symbol = ValueExpression.Operator(rawValue: characters[position]),
            symbols.contains(symbol)
        else {
            position = start
            return nil
        }
        let hasSpaces = position > start && position + 1 < characters.count && characters[position + 1].isWhitespace
        guard hasSpaces else {
            throw problem("‘\(symbol.rawValue)’ has no spaces around it", remedy: Self.operatorHint)
        }
        position += 1
        return symbol
    }

    private func peekWord() -> String {
        String(characters[position...].prefix(while: Self.belongsToWord))
    }

    private mutating func takeWord() -> String {
        let word = peekWord()
        position += word.count
        return word
    }

    private static func belongsToWord(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || character == "." || character == "-" || character == "_"
    }

    private var isAtCall: Bool {
        characters[position...].drop { $0.isWhitespace }.first == "("
    }

    private func isCall(of word: String) -> Bool {
        characters[(position + word.count)...].drop { $0.isWhitespace }.first == "("
    }
}
