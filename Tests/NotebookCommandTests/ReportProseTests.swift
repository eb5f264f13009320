import Foundation
import MarkdownSyntax
import NotebookSyntax
import Testing

/// No result is typed into the flagship report: each figure of its prose is an inline value, a figure of the report that it
/// reproduces, or a fact that no run measures.
struct ReportProseTests {
    /// Facts of the data, of the architecture and of the text itself.
    private static let facts: Set = [
        "60,000", "10,000", "28", "784", "3", "2", "1", "14", "7", "5", "0", "4", "8", "9", "6", "50", "70", "98", "95",
        "500", "10", "11",
    ]

    @Test func figuresOfTheProseAreInlineValuesOrReported() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "notebooks/report.md")
        let text = try String(contentsOf: file, encoding: .utf8)
        let reported = Set(
            text.matches(of: /reported: ([^\n]*)/).flatMap { Self.numbers(in: String($0.output.1)) })
        let body = text.split(separator: "\n---\n", maxSplits: 1)[1]
        let document = try MarkdownDocument(parsing: String(body))
        var typed: [String] = []
        document.visitInlines { inline in
            if case .text(let words) = inline { typed += Self.numbers(in: words) }
        }
        #expect(typed.count > 20)
        #expect(typed.filter { !Self.facts.contains($0) && !reported.contains($0) } == [])
    }

    /// Numbers without signs and units.
    private static func numbers(in text: String) -> [String] {
        text.matches(of: /\d+(?:,\d{3})*(?:\.\d+)?/).map { String($0.output) }
    }
}
