import Foundation
import TemporaryFolders
import Testing

@testable import NotebookEngine

struct DigestMemoryTests {
    private let folder: TemporaryFolder
    private static let second = 1_000_000_000

    init() throws {
        folder = try TemporaryFolder()
        try folder.write("content", to: "data")
    }

    private var path: String { folder.url.appendingPathComponent("data").path }

    /// A memory as another process would read it from the same file.
    private var memory: DigestMemory { DigestMemory(path: folder.url.appendingPathComponent("store/digests").path) }

    private var now: Int { Int(Date().timeIntervalSince1970 * 1e9) }

    /// What the memory says of the file, and whether it had to be read.
    private func digest(_ memory: DigestMemory, at time: Int) -> (text: String, wasRead: Bool) {
        var wasRead = false
        let text = memory.digest(ofFile: path, now: { time }) {
            wasRead = true
            return folder.text("data") ?? ""
        }
        return (text, wasRead)
    }

    @Test func fileThatNobodyTouchedIsReadOnce() {
        #expect(digest(memory, at: now + 3 * Self.second) == ("content", true))
        #expect(digest(memory, at: now + 4 * Self.second) == ("content", false))
    }

    @Test func fileIsReadAgainWhereALaterChangeMightBearTheSameTime() {
        // Read within the tick in which it was changed: another change within it would not be seen.
        #expect(digest(memory, at: now) == ("content", true))
        #expect(digest(memory, at: now) == ("content", true))
        // Once it has been read after that tick, the digest can be relied on.
        #expect(digest(memory, at: now + 3 * Self.second) == ("content", true))
        #expect(digest(memory, at: now + 3 * Self.second) == ("content", false))
    }

    @Test func changeOfContentIsSeenThoughSizeAndTimeAreTheSame() throws {
        let date = Date(timeIntervalSinceNow: -100)
        try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: path)
        #expect(digest(memory, at: now + 3 * Self.second).wasRead)
        // `cp -p` over it, or an editor that restores the time: the time of the change of its state tells.
        let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        try handle.write(contentsOf: Data("CONTENT".utf8))
        try handle.close()
        try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: path)
        #expect(digest(memory, at: now + 3 * Self.second) == ("CONTENT", true))
    }

    @Test func fileInAnothersPlaceIsRead() throws {
        #expect(digest(memory, at: now + 3 * Self.second).wasRead)
        try folder.write("CONTENT", to: "new")
        #expect(rename(folder.url.appendingPathComponent("new").path, path) == 0)
        #expect(digest(memory, at: now + 3 * Self.second) == ("CONTENT", true))
    }

    @Test func fileThatChangesWhileItIsReadIsNotRemembered() throws {
        let text = memory.digest(ofFile: path, now: { now + 3 * Self.second }) {
            try? folder.write("longer content", to: "data")
            return "torn"
        }
        #expect(text == "torn")
        #expect(digest(memory, at: now + 6 * Self.second) == ("longer content", true))
    }

    @Test func failureToReadIsNotRemembered() {
        struct Unreadable: Error {}
        #expect(throws: Unreadable.self) {
            try memory.digest(ofFile: path, now: { now + 3 * Self.second }) { throw Unreadable() }
        }
        #expect(digest(memory, at: now + 3 * Self.second).wasRead)
    }

    @Test func damagedMemoryIsAsGoodAsNone() throws {
        _ = digest(memory, at: now + 3 * Self.second)
        try folder.write("?", to: "store/digests")
        #expect(digest(memory, at: now + 3 * Self.second) == ("content", true))
        #expect(digest(memory, at: now + 3 * Self.second) == ("content", false))
    }
}
