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

    /// The smallest files that are whole.
    private static let pictures: [(name: String, bytes: [UInt8], mediaType: String)] = [
        (
            "a picture.png", PNGEncoder.encode(GreyImage(width: 1, height: 1, pixels: [0])).map { [UInt8]($0) } ?? [],
            "image/png"
        ),
        ("misnamed.png", [0xFF, 0xD8, 0xFF, 0xDA, 0, 2, 7, 0xFF, 0xD9], "image/jpeg"),
        ("a.gif", Array("GIF89a-------".utf8) + [0x2C, 0x3B], "image/gif"),
        ("a.webp", Array("RIFF".utf8) + [12, 0, 0, 0] + Array("WEBPVP8 ".utf8) + [0, 0, 0, 0], "image/webp"),
        ("a.avif", [0, 0, 0, 16] + Array("ftypavif".utf8) + [0, 0, 0, 0], "image/avif"),
        ("a.bmp", Array("BM".utf8) + [26, 0, 0, 0] + [UInt8](repeating: 0, count: 20), "image/bmp"),
        (
            "a.ico", [0, 0, 1, 0, 1, 0] + [UInt8](repeating: 0, count: 8) + [1, 0, 0, 0, 22, 0, 0, 0, 9], "image/x-icon"
        ),
        ("a.svg", Array("<?xml version=\"1.0\"?>\n<!-- a -->\n<svg xmlns=\"…\"/>".utf8), "image/svg+xml"),
    ]

    @Test(arguments: pictures.indices)
    func filesAreEmbeddedAsWhatTheirBytesSay(index: Int) async throws {
        let (name, bytes, mediaType) = Self.pictures[index]
        try Data(bytes).write(to: folder.appending(path: name))
        let address = "data:\(mediaType);base64,\(Data(bytes).base64EncodedString())"
        // Base64 may end with `=`, which needs quotation marks.
        let source = address.contains("=") ? "\"\(address)\"" : address
        for destination in [name, address] {
            let page = try await page("![A *picture*](<\(destination)>)")
            #expect(page.html.contains("<img src=\(source) alt=\"A picture\">"))
            #expect(page.warnings.isEmpty)
        }
    }

    /// Wherever a picture is cut off, it is told: the page would show it broken.
    @Test(arguments: pictures.indices.dropLast())
    func picturesThatAreCutOffAreToldAndLeftOut(index: Int) async throws {
        let (name, bytes, _) = Self.pictures[index]
        for count in [bytes.count - 1, bytes.count * 3 / 4] {
            try Data(bytes.prefix(count)).write(to: folder.appending(path: name))
            let page = try await page("![A picture](<\(name)>)")
            #expect(!page.html.contains("<img"))
            #expect(page.warnings.count == 1)
        }
    }

    @Test func linksToFilesAreFollowed() async throws {
        let bytes = Data(Self.pictures[0].bytes)
        try FileManager.default.createDirectory(
            at: folder.appending(path: "kept"), withIntermediateDirectories: true)
        try bytes.write(to: folder.appending(path: "kept/a.png"))
        try FileManager.default.createSymbolicLink(
            atPath: folder.appending(path: "link.png").path, withDestinationPath: "kept/a.png")
        try FileManager.default.createSymbolicLink(
            atPath: folder.appending(path: "folder").path, withDestinationPath: "kept")
        for name in ["link.png", "folder/a.png"] {
            let page = try await page("![A picture](\(name))")
            #expect(page.html.contains("<img src="))
            #expect(page.warnings.isEmpty)
        }
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
