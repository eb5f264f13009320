import Markup
import NotebookCore
import NotebookEngine

/// How the claims of all tables came out, at the top of the page: a bar with a part for each verdict, and in words that lead to
/// the claims.
struct VerdictTally {
    private let tally: ClaimTally
    /// Distinct claims with the addresses of their rows; nil for a row that is not shown.
    private let claims: [(claim: AssessedClaim, address: String?)]

    init(_ run: Run, numbering: OutputNumbering) {
        self.init(
            run.cells.flatMap { cell -> [(AssessedClaim, String?)] in
                let anchor = numbering.places(of: cell.cell).lazy.compactMap(\.self).first { $0.kind == .table }?.anchor
                return (cell.result?.claims ?? []).enumerated().map { index, claim in
                    (claim, anchor.map { "#" + TableRenderer.anchor(ofRow: index, in: $0) })
                }
            })
    }

    /// - Parameter claims: Claims with the addresses of their rows.
    init(_ claims: [(claim: AssessedClaim, address: String?)]) {
        tally = ClaimTally(claims.map(\.claim))
        var counted: Set<String> = []
        self.claims = claims.filter { counted.insert($0.claim.identity).inserted }
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
                    let badge = VerdictBadge.element(part.verdict, text: "\(part.count) \(part.verdict.rawValue)")
                    let first = claims.first { $0.claim.verdict == part.verdict && $0.address != nil }
                    if let address = first?.address { Element("a", .href(address)) { badge } } else { badge }
                }
            }
            failures
        }
    }

    /// The claims that are not reproduced, in a line.
    private var failures: Element? {
        let failures = claims.filter { $0.claim.verdict == .notReproduced }
        guard !failures.isEmpty else { return nil }
        return Element("p", .class("failures")) {
            Element("strong") { "Not reproduced:" }
            for (index, failure) in failures.enumerated() {
                " "
                if let address = failure.address {
                    Element("a", .href(address)) { failure.claim.statement }
                } else {
                    failure.claim.statement
                }
                index < failures.count - 1 ? ";" : "."
            }
        }
    }

    private func percent(_ part: Int, of total: Int) -> String {
        (SVGNumber(Double(part) * 100 / Double(total))?.text ?? "0") + "%"
    }
}
