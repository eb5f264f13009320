import Foundation
import NotebookCommand
import TemporaryFolders
import Testing

/// Each test waits for what the system tells; the watch does not look at the files by itself.
struct FileWatchTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write("one", to: "notes/a.md")
    }

    private func path(_ name: String) -> String { folder.url.appendingPathComponent(name).path }

    private func watch(_ names: String...) throws -> FileWatch {
        var patience = FileWatch.Patience()
        patience.betweenLooks = nil
        // On a busy machine the steps of a test may lie far apart.
        patience.afterChange = .milliseconds(200)
        patience.afterRemoval = .seconds(2)
        patience.atMost = .seconds(5)
        let watch = try FileWatch(patience: patience)
        watch.watch(Set(names.map(path)))
        return watch
    }

    private func move(_ name: String, to other: String) { #expect(rename(path(name), path(other)) == 0) }

    /// The next change, as names in the folder.
    private func next(_ changes: inout AsyncStream<Set<String>>.AsyncIterator) async -> Set<String>? {
        await changes.next().map { Set($0.map { String($0.dropFirst(folder.url.path.count + 1)) }) }
    }

    @Test(.timeLimit(.minutes(1))) func tellsOfAFileWrittenInItsPlace() async throws {
        let watch = try watch("notes/a.md")
        defer { watch.end() }
        var changes = watch.changes.makeAsyncIterator()
        // Of the same length, perhaps within one tick of the file system's clock.
        let file = try FileHandle(forWritingTo: folder.url.appendingPathComponent("notes/a.md"))
        try file.write(contentsOf: Data("two".utf8))
        try file.close()
        #expect(await next(&changes) == ["notes/a.md"])
    }

    @Test(.timeLimit(.minutes(1))) func tellsOnceOfASaveByRenaming() async throws {
        let watch = try watch("notes/a.md", "notes/b.md")
        defer { watch.end() }
        var changes = watch.changes.makeAsyncIterator()
        try folder.write("two", to: "notes/.a.md.swp")
        move("notes/a.md", to: "notes/a.md~")
        move("notes/.a.md.swp", to: "notes/a.md")
        #expect(await next(&changes) == ["notes/a.md"])
        // Had the save been told twice, this would not come next.
        try folder.write("new", to: "notes/b.md")
        #expect(await next(&changes) == ["notes/b.md"])
    }

    @Test(.timeLimit(.minutes(1))) func tellsOfSavesInQuickSuccessionTogether() async throws {
        let watch = try watch("notes/a.md", "notes/b.md")
        defer { watch.end() }
        var changes = watch.changes.makeAsyncIterator()
        for round in 1...5 {
            try folder.write("a \(round)", to: "notes/a.md")
            try folder.write("b \(round)", to: "notes/b.md")
        }
        #expect(await next(&changes) == ["notes/a.md", "notes/b.md"])
        #expect(folder.text("notes/b.md") == "b 5")
    }

    @Test(.timeLimit(.minutes(1))) func tellsOfOtherFilesInTheFolderNothing() async throws {
        let watch = try watch("notes/a.md")
        defer { watch.end() }
        var changes = watch.changes.makeAsyncIterator()
        try folder.write("other", to: "notes/other.md")
        try folder.write("page", to: "notes/output/a.html")
        try folder.write("two", to: "notes/a.md")
        #expect(await next(&changes) == ["notes/a.md"])
    }

    @Test(.timeLimit(.minutes(1))) func tellsOfAFileThatGoesAndComesBack() async throws {
        let watch = try watch("notes/a.md")
        defer { watch.end() }
        var changes = watch.changes.makeAsyncIterator()
        try FileManager.default.removeItem(atPath: path("notes/a.md"))
        #expect(await next(&changes) == ["notes/a.md"])
        #expect(folder.text("notes/a.md") == nil)
        try folder.write("back", to: "notes/a.md")
        #expect(await next(&changes) == ["notes/a.md"])
        try folder.write("again", to: "notes/a.md")
        #expect(await next(&changes) == ["notes/a.md"])
    }

    @Test(.timeLimit(.minutes(1))) func followsAPathWhoseFoldersAreReplaced() async throws {
        try folder.write("one", to: "x/y/z/a.md")
        try folder.write("two", to: "other/z/a.md")
        let watch = try watch("x/y/z/a.md")
        defer { watch.end() }
        var changes = watch.changes.makeAsyncIterator()
        move("x/y", to: "x/old")
        #expect(await next(&changes) == ["x/y/z/a.md"])
        move("other", to: "x/y")
        #expect(await next(&changes) == ["x/y/z/a.md"])
        try folder.write("three", to: "x/y/z/a.md")
        #expect(await next(&changes) == ["x/y/z/a.md"])
        try FileManager.default.removeItem(atPath: path("x"))
        #expect(await next(&changes) == ["x/y/z/a.md"])
        #expect(folder.text("x/y/z/a.md") == nil)
    }

    @Test(.timeLimit(.minutes(1))) func findsAFileWhoseFoldersAreMadeLater() async throws {
        let watch = try watch("not/there/yet.md")
        defer { watch.end() }
        var changes = watch.changes.makeAsyncIterator()
        try folder.write("here", to: "not/there/yet.md")
        #expect(await next(&changes) == ["not/there/yet.md"])
        #expect(folder.text("not/there/yet.md") == "here")
    }

    @Test(.timeLimit(.minutes(1))) func followsALinkToWhereTheFileLies() async throws {
        try folder.makeFolder("links")
        try FileManager.default.createSymbolicLink(
            atPath: path("links/a.md"), withDestinationPath: path("notes/a.md"))
        let watch = try watch("links/a.md")
        defer { watch.end() }
        var changes = watch.changes.makeAsyncIterator()
        try folder.write("two", to: "notes/a.md")
        #expect(await next(&changes) == ["links/a.md"])
        try FileManager.default.removeItem(atPath: path("links/a.md"))
        #expect(await next(&changes) == ["links/a.md"])
    }

    @Test(.timeLimit(.minutes(1))) func forgetsFilesThatAreNoLongerWatched() async throws {
        let watch = try watch("notes/a.md", "notes/b.md")
        defer { watch.end() }
        var changes = watch.changes.makeAsyncIterator()
        watch.watch([path("notes/b.md")])
        try folder.write("two", to: "notes/a.md")
        try folder.write("two", to: "notes/b.md")
        #expect(await next(&changes) == ["notes/b.md"])
    }

    @Test(.timeLimit(.minutes(1))) func looksByItselfWhereTheSystemTellsNothing() async throws {
        var patience = FileWatch.Patience()
        patience.betweenLooks = .milliseconds(10)
        let watch = try FileWatch(patience: patience)
        defer { watch.end() }
        watch.watch([path("notes/a.md")])
        var changes = watch.changes.makeAsyncIterator()
        // Only closing the file would make an event.
        let file = try FileHandle(forWritingTo: folder.url.appendingPathComponent("notes/a.md"))
        try file.write(contentsOf: Data("longer".utf8))
        #expect(await next(&changes) == ["notes/a.md"])
        try file.close()
    }

    @Test(.timeLimit(.minutes(1))) func endsItsChanges() async throws {
        let watch = try watch("notes/a.md")
        watch.end()
        #expect(await watch.changes.first { _ in true } == nil)
    }
}
