import Foundation
import NotebookExport
import Testing

struct JupyterDocumentTests {
    private func notebook(_ text: String) async throws -> [String: Any] {
        let files = ExportFormat.ipynb.files(
            of: try await ExportSample.run(text), named: "sample", baseDirectory: nil)
        #expect(files.map(\.path) == ["sample.ipynb"])
        return try #require(try JSONSerialization.jsonObject(with: files[0].data) as? [String: Any])
    }

    private func cells(_ text: String = ExportSample.text) async throws -> [[String: Any]] {
        try #require(try await notebook(text)["cells"] as? [[String: Any]])
    }

    private func source(_ cell: [String: Any]) -> String { (cell["source"] as? [String] ?? []).joined() }

    @Test func proseAndDirectivesAreCellsInTheirOrder() async throws {
        let cells = try await cells()
        #expect(
            cells.map { $0["id"] as? String }
                == ["text-1", "text-2", "cell-first", "text-3", "cell-show-1", "cell-claims-1", "text-4"])
        #expect(source(cells[0]).hasPrefix("# A \\*sample\\*\n\n*Somebody*\n\n> **These are not MNIST results.**"))
        #expect(
            source(cells[1]) == "The accuracy is 99.08\u{202F}%; see Figure\u{A0}1, the table and `code`.\\[1\\]")
        #expect(source(cells[2]).hasPrefix("# show first\nwhat: [table, chart, images, text]\n"))
        #expect(source(cells[3]).contains("A [reference](https://example.org/) and \\<b>raw\\</b> text."))
        #expect(source(cells[6]).hasPrefix("1. With 99.08\u{202F}%."))
    }

    @Test func outputsComeInEveryFormThatReadersShow() async throws {
        let cells = try await cells()
        let outputs = try #require(cells[2]["outputs"] as? [[String: Any]])
        let kinds = outputs.map { Set(($0["data"] as? [String: Any])?.keys.map { $0 } ?? []) }
        #expect(
            kinds == [
                ["text/html", "text/plain"],
                ["image/svg+xml", "text/plain"], ["text/markdown", "text/plain"],
                ["text/html", "image/png", "text/plain"], ["text/markdown", "text/plain"],
                ["text/plain"], ["text/plain"],
            ])
        #expect(outputs.allSatisfy { $0["output_type"] as? String == "display_data" })
        let table = (outputs[0]["data"] as? [String: [String]])?["text/plain"]?.joined()
        #expect(
            table == """
                Table\u{A0}1. Shown by a cell | with bars
                Split                    Accuracy
                test | <b>  99.08\u{202F}% (98.87–99.25)
                all                             –
                """)
    }

    @Test func sourcesThatThePageHidesAreHidden() async throws {
        let metadata = try #require(try await cells()[4]["metadata"] as? [String: Any])
        #expect((metadata["jupyter"] as? [String: Bool])?["source_hidden"] == true)
    }

    @Test func longLabelsGiveIdsThatTheFormatAllows() async throws {
        let label = String(repeating: "long-", count: 20) + "label"
        let ids = try await cells("```show \(label)\nwhat: text\n```").map { $0["id"] as? String ?? "" }
        #expect(ids.allSatisfy { (1...64).contains($0.count) })
        #expect(Set(ids).count == ids.count)
    }
}
