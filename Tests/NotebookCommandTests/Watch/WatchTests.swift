import Foundation
import NotebookCommand
import TemporaryFolders
import Testing

@Suite(.timeLimit(.minutes(2)))
struct WatchTests {
    private static let total = "```total sum\nnumbers: [1, 2]\n```\n"
    private static let endless = "```wait long\n```\n"

    @Test func showsAndWritesThePage() async throws {
        let watch = try await WatchedSession("# First\n\n\(Self.total)")
        let page = try await watch.page(holding: "The total is 3.")
        #expect(page.contains("connect-src 'self'"))
        try await watch.waitUntilToldOf("watching a.md at http://127.0.0.1:\(watch.port)/ — Ctrl-C ends\n")
        let written = try #require(watch.session.folder.text("output/a.html"))
        #expect(written.contains("The total is 3.") && !written.contains("connect-src"))
        #expect(await watch.end() == .interrupted)
    }

    @Test func prosePassesByTheCells() async throws {
        let watch = try await WatchedSession("before\n\n\(Self.total)")
        _ = try await watch.page(holding: "The total is 3.")
        try await watch.waitUntilToldOf("watching a.md")
        try watch.save("after\n\n\(Self.total)")
        #expect(try await watch.page(holding: "after").contains("The total is 3."))
        try await watch.waitUntilToldOf("  a.md: nothing recomputed in ")
    }

    @Test func onlyChangedCellsAreComputedAndNamed() async throws {
        let watch = try await WatchedSession(Self.total + "\n```total other\nnumbers: [4]\n```\n")
        try await watch.waitUntilToldOf("watching a.md")
        try watch.save(Self.total + "\n```total other\nnumbers: [5]\n```\n")
        _ = try await watch.page(holding: "The total is 5.")
        try await watch.waitUntilToldOf("  a.md: recomputed total other in ")
    }

    @Test func withoutACacheResultsAreStillKeptFromSaveToSave() async throws {
        let watch = try await WatchedSession("before\n\n\(Self.total)", "--no-cache")
        try await watch.waitUntilToldOf("watching a.md")
        try watch.save("after\n\n\(Self.total)")
        try await watch.waitUntilToldOf("  a.md: nothing recomputed in ")
        #expect(!watch.session.folder.contents.contains(CacheLocation.defaultName))
    }

    @Test func aBrokenNotebookShowsWhatIsWrongOverTheLastGoodPage() async throws {
        let watch = try await WatchedSession("good\n\n\(Self.total)")
        try await watch.waitUntilToldOf("watching a.md")
        try watch.save("bad\n\n```total sum\nnumers: [1, 2]\n```\n")
        let notice = try await watch.event("notice", holding: "numers")
        for text in ["a.md:4:1", " 4 | numers: [1, 2]", "   | ^~~~~~", "numbers"] {
            #expect(notice.contains(text), "\(text)")
        }
        #expect(try await Loopback.get("/", port: watch.port).contains("good"))
        try watch.save("mended\n\n\(Self.total)")
        #expect(try await watch.event("notice").contains("data: {}"))
        _ = try await watch.page(holding: "mended")
    }

    @Test func aNotebookThatIsBrokenFromTheStartCanBeMended() async throws {
        let watch = try await WatchedSession("```total sum\n```\n")
        _ = try await watch.event("notice", holding: "numbers")
        try await watch.waitUntilToldOf("watching a.md")
        try watch.save(Self.total)
        _ = try await watch.page(holding: "The total is 3.")
    }

    @Test func aNotebookThatIsDeletedMayComeBack() async throws {
        let watch = try await WatchedSession("first")
        try await watch.waitUntilToldOf("watching a.md")
        try FileManager.default.removeItem(at: watch.session.folder.url.appendingPathComponent("a.md"))
        _ = try await watch.event("notice", holding: "there is no such file")
        #expect(try await Loopback.get("/", port: watch.port).contains("first"))
        try watch.save("second")
        _ = try await watch.page(holding: "second")
    }

    @Test func anImageOfTheProseIsFollowed() async throws {
        func svg(_ color: String) -> String { "<svg xmlns='http://www.w3.org/2000/svg'><g fill='\(color)'/></svg>" }
        let watch = try await WatchedSession("![A drawing](drawing.svg)")
        _ = try await watch.page(holding: "Image not found")
        try await watch.waitUntilToldOf("watching a.md")
        for color in ["red", "blue"] {
            try watch.session.folder.write(svg(color), to: "drawing.svg")
            _ = try await watch.page(holding: Data(svg(color).utf8).base64EncodedString())
        }
    }

    @Test func aCellThatIsStillWantedGoesOnWhileTheProseChanges() async throws {
        let watch = try await WatchedSession("before\n\n\(Self.endless)")
        _ = try await watch.event("cell", holding: #""cell":"long""#)
        try watch.save("after\n\n\(Self.endless)\n\(Self.total)")
        let page = try await watch.page(holding: "after")
        #expect(page.contains(#"id=cell-long data-state=waiting"#))
        // It would tell, had it been interrupted.
        #expect(!watch.session.standardError.text.contains("■"))
        #expect(watch.session.standardError.text.ranges(of: "waiting").count == 1)
    }

    @Test func aCellThatWentOnIsNotComputedAgain() async throws {
        let signs = try TemporaryFolder()
        let wait = "```wait sign\nfile: \(signs.url.path)/sign\n```\n"
        let watch = try await WatchedSession("before\n\n\(wait)")
        _ = try await watch.event("cell", holding: #""cell":"sign""#)
        try watch.save("after\n\n\(wait)\n\(Self.total)")
        _ = try await watch.page(holding: "after")
        try signs.write("", to: "sign")
        #expect(try await watch.page(holding: "The total is 3.").contains("The file is there."))
        try await watch.waitUntilToldOf("  a.md: recomputed wait sign, total sum in ")
        #expect(watch.session.standardError.text.ranges(of: "waiting").count == 1)
    }

    @Test func aCellThatIsNoLongerWantedEndsAtOnce() async throws {
        let watch = try await WatchedSession("before\n\n\(Self.endless)")
        _ = try await watch.event("cell", holding: #""cell":"long""#)
        try watch.save("after\n\n\(Self.total)")
        _ = try await watch.page(holding: "The total is 3.")
        try await watch.waitUntilToldOf("■ wait long")
        try await watch.waitUntilToldOf("watching a.md")
        #expect(try #require(watch.session.folder.text("output/a.html")).contains("after"))
    }

    @Test func aMissingNotebookIsASlip() async throws {
        let session = try TestSession()
        #expect(await session.execute("watch", "a.md", "--no-browser") == .invalidNotebook)
        #expect(session.standardError.text.hasPrefix("a.md: error: there is no such file\n"))
    }
}
