import Foundation
import NotebookCommand
import NotebookEngine
import Testing

struct CleanTests {
    private let session: TestSession

    init() throws {
        session = try TestSession()
        try session.folder.write("```total sum\nnumbers: [1, 2]\n```\n", to: "notes/a.md")
    }

    private var results: [String] { session.folder.contents.filter { $0.contains("/results/") } }

    @Test(arguments: [["notes/a.md"], ["notes"], ["notes/a.md", "notes/gone.md"]])
    func dropsTheCacheBesideANotebook(files: [String]) async throws {
        #expect(await session.execute("run", "notes/a.md", "--quiet") == .success)
        #expect(results.count == 1)
        #expect(await session.execute(["clean"] + files) == .success)
        #expect(results == [])
        let text = session.standardOutput.text.replacing(/[0-9.]+ k?B|[0-9]+ bytes/, with: "SIZE")
        #expect(text == "notes/.notebook-cache: dropped 1 result, SIZE; left nothing\n")
        #expect(session.folder.text("output/a.html") != nil)
    }

    @Test func dropsTheCacheThatIsNamed() async throws {
        #expect(await session.execute("run", "notes/a.md", "--cache-dir", "kept", "--quiet") == .success)
        #expect(await session.execute("clean", "--cache-dir", "kept", "--older-than", "1h") == .success)
        #expect(results.count == 1)
        #expect(await session.execute("clean", "--cache-dir", "kept", "--max-size", "0") == .success)
        #expect(results == [])
        let text = session.standardOutput.text.replacing(/[0-9.]+ k?B|[0-9]+ bytes/, with: "SIZE")
        #expect(
            text == "kept: dropped nothing; left 1 result, SIZE\nkept: dropped 1 result, SIZE; left nothing\n")
    }

    @Test func saysWhereNothingIsKept() async throws {
        #expect(await session.execute("clean") == .success)
        #expect(session.standardOutput.text == ".notebook-cache: there is no cache\n")
    }

    @Test(arguments: [
        ("45s", 45), ("90min", 5400), ("12h", 43_200), ("30d", 2_592_000), ("1.5 w", 907_200), ("0D", 0),
    ])
    func readsAges(text: String, seconds: Double) {
        #expect(Age(text) == Age(seconds: seconds))
    }

    @Test(arguments: ["", "d", "30", "30 days", "-1d", "1e3s", "∞d", "1..5h", "30d "]) func refusesOtherAges(
        text: String
    ) {
        #expect(Age(text) == nil)
    }

    @Test(arguments: [
        ("0", 0), ("512", 512), ("500kB", 500_000), ("500 MB", 500_000_000), ("1.5GiB", 1_610_612_736),
        ("2tb", 2_000_000_000_000),
    ])
    func readsByteCounts(text: String, bytes: Int) {
        #expect(ByteCount(text) == ByteCount(bytes: bytes))
    }

    @Test(arguments: ["", "MB", "-1", "5 XB", "9999999999TB", "1,5GB"]) func refusesOtherByteCounts(text: String) {
        #expect(ByteCount(text) == nil)
    }
}
