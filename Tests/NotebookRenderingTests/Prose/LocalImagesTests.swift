import Foundation
import NotebookCore
import Testing

@testable import NotebookRendering

/// Each test has a folder of its own beside which its notebook would lie.
final class LocalImagesTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "notebook-images-\(UUID().uuidString)")

    init() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    private func page(_ text: String) async throws -> RenderedPage {
        try await SamplePage.render(text, baseDirectory: folder)
    }

    @Test(
        arguments: [
            ("a picture.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "image/png"),
            ("misnamed.png", [0xFF, 0xD8, 0xFF, 0xE0], "image/jpeg"),
            ("a.gif", Array("GIF89a".utf8), "image/gif"),
            ("a.webp", Array("RIFF1234WEBPVP8 ".utf8), "image/webp"),
            ("a.svg", Array("<?xml version=\"1.0\"?>\n<!-- a -->\n<svg xmlns=\"…\"/>".utf8), "image/svg+xml"),
        ] as [(String, [UInt8], String)])
    func filesAreEmbeddedAsWhatTheirBytesSay(name: String, bytes: [UInt8], mediaType: String) async throws {
        try Data(bytes).write(to: folder.appending(path: name))
        let page = try await page("![A *picture*](<\(name)>)")
        let address = "data:\(mediaType);base64,\(Data(bytes).base64EncodedString())"
        // Base64 may end with `=`, which needs quotation marks.
        let source = address.contains("=") ? "\"\(address)\"" : address
        #expect(page.html.contains("<img src=\(source) alt=\"A picture\">"))
        #expect(page.warnings.isEmpty)
    }

    @Test func missingFilesLeaveTheirDescriptionAndAWarning() async throws {
        let page = try await page("text\n\n![A plot](plots/a.png)")
        #expect(page.html.contains("Image not found: A plot"))
        let warning = try #require(page.warnings.first)
        #expect(warning.severity == .warning && warning.location?.line == 3)
        #expect(warning.summary == "there is no image file `plots/a.png`")
    }

    @Test func filesAreNamedWhetherTheyAreThereOrNot() async throws {
        try Data("GIF89a".utf8).write(to: folder.appending(path: "a.gif"))
        let page = try await page("![a](a.gif#part) ![b](plots/b%20c.png) ![c](https://example.org/c.png) ![d](data:x)")
        #expect(page.imageFiles == ["a.gif", "plots/b c.png"].map { folder.appending(path: $0).path })
    }

    @Test(arguments: ["https://example.org/a.png", "//example.org/a.png"])
    func imagesOnTheWebBecomeLinks(address: String) async throws {
        let page = try await page("![A plot](\(address))")
        #expect(page.html.contains("<a href=\(address)>Image: A plot</a>"))
        #expect(!page.html.contains("<img"))
        #expect(page.warnings.count == 1)
    }

    @Test func otherFilesAreNotEmbedded() async throws {
        try Data("secret".utf8).write(to: folder.appending(path: "notes.txt"))
        let page = try await page("![n](notes.txt) ![f](.) ![d](data:image/png;base64,AA)")
        #expect(!page.html.contains("<img"))
        #expect(page.warnings.count == 3)
    }
}
