import Markup
import NotebookCore

/// How the claims of all tables came out, at the top of the page: a bar with a part for each verdict, and in words.
struct VerdictTally {
    private let tally: ClaimTally

    init(_ tally: ClaimTally) {
        self.tally = tally
    }

    /// Nil for a page without claims.
    var element: Element? {
        let total = tally.total
        let counts = tally.verdicts
        guard total > 0 else { return nil }
        return Element("div", .class("tally")) {
            Element("svg", .aria("hidden", "true"), Attribute("width", "100%"), Attribute("height", 8)) {
                for (index, part) in counts.enumerated() {
                    let before = counts[..<index].reduce(0) { $0 + $1.count }
                    Element(
                        "rect", .class(VerdictBadge.className(of: part.verdict)),
                        Attribute("x", percent(before, of: total)), Attribute("width", percent(part.count, of: total)),
                        Attribute("height", 8))
                }
            }
            Element("p") {
                Element("strong") { total == 1 ? "1 claim" : "\(NumberFormat.integer.text(for: Double(total))) claims" }
                for part in counts {
                    " "
                    VerdictBadge.element(part.verdict, text: "\(part.count) \(part.verdict.rawValue)")
                }
            }
        }
    }

    private func percent(_ part: Int, of total: Int) -> String {
        (SVGNumber(Double(part) * 100 / Double(total))?.text ?? "0") + "%"
    }
}
