import Foundation
import MarkdownSyntax
import NotebookCore
import NotebookExport
import NotebookRendering
import Snapshots
import Testing

struct ForgeDocumentTests {
    private func files(_ text: String, baseDirectory: URL? = nil) async throws -> [ExportedFile] {
        ExportFormat.gfm.files(of: try await ExportSample.run(text), named: "sample", baseDirectory: baseDirectory)
    }

    private func markdown(_ text: String) async throws -> String {
        String(decoding: try #require(try await files(text).first).data, as: UTF8.self)
    }

    @Test func writesAsRecorded() async throws {
        #expect(Snapshot("sample.md").difference(from: try await markdown(ExportSample.text)) == nil)
    }

    @Test func everyImageOfTheTextIsAFile() async throws {
        let files = try await files(ExportSample.text)
        let document = try MarkdownDocument(parsing: String(decoding: files[0].data, as: UTF8.self))
        #expect(Set(document.images.map(\.source)) == Set(files.dropFirst().map(\.path)))
        #expect(files.dropFirst().map(\.path).contains("sample-images/fig-first.svg"))
        #expect(files.count == 5)
    }

    @Test func theSameRunGivesTheSameBytes() async throws {
        #expect(try await files(ExportSample.text) == files(ExportSample.text))
    }

    @Test func titleOfTheTextStandsOnce() async throws {
        let text = try await markdown("# A title\n\nText.\n")
        #expect(text.hasPrefix("# A title\n\nText.\n"))
    }

    @Test func picturesOfTheProseAreCopied() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "notebook-export-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let png = try #require(PNGEncoder.encode(GreyImage(width: 1, height: 1, pixels: [0])))
        try png.write(to: folder.appending(path: "a b.png"))
        let files = try await files("![A picture](<a b.png>) ![none](missing.png)", baseDirectory: folder)
        #expect(files.dropFirst() == [ExportedFile(path: "sample-images/prose-1.png", data: png)])
        let text = String(decoding: files[0].data, as: UTF8.self)
        #expect(text.hasPrefix("![A picture](sample-images/prose-1.png) Image not found: none\n"))
    }

    @Test func linksThatRunScriptsAreText() async throws {
        #expect(try await markdown("[press](javascript:alert)").hasPrefix("press\n"))
    }

    @Test(arguments: ["a | b", "</details><script>", "# no heading", "[x](y) `c` *d*", "שלום 👩‍🔬", "$x$ &amp;"])
    func textOfAuthorsIsTextWhateverItHolds(text: String) async throws {
        let notebook = """
            ---
            title: |
              \(text)
              on two lines
            ---

            ```show a
            what: [chart, table]
            caption: '\(text)'
            alt: '\(text)'
            ```
            """
        let document = try MarkdownDocument(parsing: try await markdown(notebook))
        guard case .heading(level: 1, let title)? = document.blocks.first?.content else {
            Issue.record("the first block is no title")
            return
        }
        #expect(title.plainText == "\(text) on two lines")
        #expect(document.images.map(\.content.plainText) == [text])
        #expect(document.blocks.contains { $0.content.isParagraph(ending: " \(text)") })
    }
}

extension Block.Content {
    fileprivate func isParagraph(ending text: String) -> Bool {
        if case .paragraph(let content) = self { content.plainText.hasSuffix(text) } else { false }
    }
}
