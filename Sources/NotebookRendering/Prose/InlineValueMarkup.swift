import Markup
import NotebookCore
import NotebookEngine

/// A value in the text, which leads to its cell and says what it comes from: its path, the exact number, the counts behind a
/// share, its interval.
struct InlineValueMarkup {
    private let run: Run
    private let publishers: [ValuePath: Cell]

    init(_ run: Run) {
        self.run = run
        var publishers: [ValuePath: Cell] = [:]
        for cell in run.cells.map(\.cell) {
            for publication in cell.publications { publishers[publication.path] = cell }
        }
        self.publishers = publishers
    }

    /// - Parameter isLink: Whether the value may be a link: not within one.
    func element(_ text: String, isMeasurement: Bool, of expression: ValueExpression, isLink: Bool) -> Element {
        let className = Attribute.class("value", isMeasurement ? "measurement" : nil)
        let title = Attribute("title", isMeasurement ? "measured: \(expression.text)" : expression.text)
        guard isLink else { return Element("span", className, title) { text } }
        let details = Attribute.data("value", lines(of: expression).joined(separator: "\n"))
        guard let cell = expression.mentions.lazy.compactMap({ publishers[$0.path] }).first else {
            return Element("span", className, title, details) { text }
        }
        return Element("a", className, .href("#" + CellRenderer.anchor(of: cell)), title, details) { text }
    }

    /// What is known of an expression: itself, if it is more than a path, and each value in it.
    private func lines(of expression: ValueExpression) -> [String] {
        var lines: [String] = []
        let paths = expression.mentions.map(\.path)
        if paths.count > 1, let result = try? expression.evaluate({ run[$0] }), let number = result.value.number {
            lines.append("\(expression.text) = \(Self.exact(number))\(Self.interval(result.interval))")
        }
        var told: Set<ValuePath> = []
        for path in paths where told.insert(path).inserted {
            if let value = run[path] { lines.append("\(path) = \(Self.text(of: value))") }
        }
        return lines.isEmpty ? [expression.text] : lines
    }

    private static func text(of published: PublishedValue) -> String {
        let conditions = published.conditions.map { ", measured \($0.text)" } ?? ""
        switch published.value {
        case .integer(let integer): return NumberFormat.integer.text(for: Double(integer)) + conditions
        case .number(let number): return exact(number) + conditions
        case .text(let text): return text
        case .rank(let rank): return "\(rank.place)\(interval(rank.interval))"
        case .proportion(let proportion):
            let counts = [proportion.successes, proportion.trials].map { NumberFormat.integer.text(for: Double($0)) }
            return "\(exact(proportion.share)): \(counts[0]) of \(counts[1])\(interval(proportion.wilsonInterval))"
        }
    }

    /// The number with all its digits.
    private static func exact(_ number: Double) -> String {
        number.isFinite ? "\(number)".replacing(".0", with: "", if: number == number.rounded()) : "not a number"
    }

    private static func interval(_ interval: ClosedRange<Double>?) -> String {
        interval.map { "; 95\u{202F}% interval \(NumberFormat.significant(4).text(for: $0))" } ?? ""
    }
}

extension String {
    fileprivate func replacing(_ ending: String, with replacement: String, if condition: Bool) -> String {
        condition && hasSuffix(ending) ? dropLast(ending.count) + replacement : self
    }
}
