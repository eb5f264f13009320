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

    @Test func linksThatSayOnlyFigureShowTheNumber() async throws {
        let text = "As [Figure](#fig-a) and [Table](#tbl-a) show, [](#fig-a) and [mine](#fig-a) too.\n\n"
        let cell = "```show a\nwhat: [table, chart]\n```\n"
        // Below the data banner.
        let line = try await markdown(text + cell).split(separator: "\n").first { $0.hasPrefix("As") }
        #expect(
            line
                == "As [Figure\u{A0}1](#fig-a) and [Table\u{A0}1](#tbl-a) show, [Figure\u{A0}1](#fig-a) and [mine](#fig-a) too."
        )
    }

    @Test(arguments: [
        ("[![Build](https://ci.example/b.svg)](https://ci.example/p) text", "[Build](https://ci.example/p) text"),
        (
            "[**![](https://ci.example/b.svg)**](https://ci.example/p)",
            "[**https://ci.example/b.svg**](https://ci.example/p)"
        ),
        ("[![a](https://x.example/a.svg) b](c.md \"t\")", "[a b](c.md \"t\")"),
    ])
    func linkedPicturesOfTheWebAreOneLink(text: String, expected: String) async throws {
        #expect(try await markdown(text).hasPrefix(expected + "\n"))
    }

    @Test func listsThatDifferInTheirMarksStayApart() async throws {
        let text = "- a\n- b\n\n* c\n* d\n\n1. e\n\n1) f"
        #expect(try await markdown("# T\n\n" + text).hasPrefix("# T\n\n- a\n- b\n\n+ c\n+ d\n\n1. e\n\n1) f\n"))
    }

    @Test func linksLeadToFilesBesideTheNotebook() async throws {
        let run = try await ExportSample.run("[data](data.csv) [here](#a) [web](https://example.org/)")
        let files = ExportFormat.gfm.files(
            of: run, named: "sample", baseDirectory: URL(filePath: "/nowhere"),
            outputDirectory: URL(filePath: "/nowhere/output"))
        #expect(
            String(decoding: files[0].data, as: UTF8.self)
                .hasPrefix("[data](../data.csv) [here](#a) [web](https://example.org/)"))
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
