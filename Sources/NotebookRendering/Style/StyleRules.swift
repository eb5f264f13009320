/// A style sheet as its rules, so that a page can go without those for what it does not hold.
///
/// Reads the program's own style sheets: rules and groups of rules, without comments, and without braces in strings.
struct StyleRules: Sendable {
    private let rules: [Rule]

    private enum Rule {
        case style(selectors: [Selector], declarations: Substring)
        /// `@media`: rules that hold under a condition.
        case group(condition: Substring, rules: [Rule])
    }

    private struct Selector {
        var text: Substring
        var classes: [Substring] = []
        var elements: [Substring] = []
    }

    init(_ css: String) {
        var rest = css[...].utf8
        rules = Self.rules(in: &rest)
    }

    /// The rules that can match something on a page, or all of them.
    func css(for names: PageNames?) -> String {
        var css = ""
        Self.write(rules, for: names, to: &css)
        return css
    }

    private static func write(_ rules: [Rule], for names: PageNames?, to css: inout String) {
        for rule in rules {
            switch rule {
            case .style(let selectors, let declarations):
                let shown = selectors.filter { selector in
                    guard let names else { return true }
                    return selector.classes.allSatisfy(names.classes.contains)
                        && selector.elements.allSatisfy(names.elements.contains)
                }
                guard !shown.isEmpty else { continue }
                css += shown.map(\.text).joined(separator: ",")
                css += "{"
                css += declarations
                css += "}"
            case .group(let condition, let rules):
                var inner = ""
                write(rules, for: names, to: &inner)
                guard !inner.isEmpty else { continue }
                css += condition
                css += "{"
                css += inner
                css += "}"
            }
        }
    }

    // MARK: Reading

    // By bytes: characters would take several times as long, on every start of the program.
    private static let braces = Set("{}".utf8)
    private static let combinators = Set(" >+~".utf8)

    /// Reads rules up to the end of the group that they stand in, and past it.
    private static func rules(in rest: inout Substring.UTF8View) -> [Rule] {
        var rules: [Rule] = []
        while true {
            rest = rest.drop { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: " ") }
            guard let opening = rest.firstIndex(where: braces.contains) else { return rules }
            let prelude = Substring(rest[..<opening])
            let closes = rest[opening] == UInt8(ascii: "}")
            rest = rest[rest.index(after: opening)...]
            if closes { return rules }
            if prelude.hasPrefix("@media") {
                rules.append(.group(condition: prelude, rules: Self.rules(in: &rest)))
            } else {
                let declarations = rest.prefix { $0 != UInt8(ascii: "}") }
                rest = rest[declarations.endIndex...].dropFirst()
                rules.append(.style(selectors: selectors(in: prelude), declarations: Substring(declarations)))
            }
        }
    }

    private static func selectors(in prelude: Substring) -> [Selector] {
        // `@page` has declarations and no selector.
        guard !prelude.hasPrefix("@") else { return [Selector(text: prelude)] }
        var depth = 0
        return prelude.utf8.split { byte in
            if byte == UInt8(ascii: "(") { depth += 1 }
            if byte == UInt8(ascii: ")") { depth -= 1 }
            return byte == UInt8(ascii: ",") && depth == 0
        }.map { selector(Substring($0)) }
    }

    /// The names that all have to be on a page for a selector to match; what stands in parentheses is no part of them.
    private static func selector(_ text: Substring) -> Selector {
        var selector = Selector(text: text)
        var depth = 0
        var previous = UInt8(ascii: " ")
        var rest = text.utf8
        while let byte = rest.first {
            if depth == 0, PageNames.isPart(byte) {
                let name = rest.prefix(while: PageNames.isPart)
                if previous == UInt8(ascii: ".") { selector.classes.append(Substring(name)) }
                if combinators.contains(previous) { selector.elements.append(Substring(name)) }
                rest = rest[name.endIndex...]
            } else {
                if byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[") { depth += 1 }
                if byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]") { depth -= 1 }
                rest = rest.dropFirst()
            }
            previous = byte
        }
        return selector
    }
}
