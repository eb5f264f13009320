import Foundation
import Testing

@testable import NotebookEngine

struct ResultMemoryTests {
    private static let text = """
        ```count a
        ```

        ```count b
        from: a
        ```
        """

    var runs: KeptRuns

    init() throws {
        runs = try KeptRuns()
        runs.memory = ResultMemory()
    }

    @Test func recalledResultsAreNotReadAgain() async throws {
        let first = try await runs.run(Self.text)
        runs.store.recallLastRun(of: "/n.md")
        // Nobody changes a file and its time back: so it shows who reads it.
        for path in runs.files(in: "results") { try damage(path, restoringTimes: true) }
        let outcome = try await runs.run(Self.text)
        #expect(outcome.computed == [])
        #expect(outcome.notes == [])
        #expect(outcome.texts == first.texts)
    }

    @Test func changedFilesAreReadAgain() async throws {
        _ = try await runs.run(Self.text)
        runs.store.recallLastRun(of: "/n.md")
        for path in runs.files(in: "results") { try damage(path, restoringTimes: false) }
        let outcome = try await runs.run(Self.text)
        #expect(outcome.computed == ["a", "b"])
    }

    @Test func replacedResultsAreReadAgain() async throws {
        _ = try await runs.run(Self.text)
        runs.store.recallLastRun(of: "/n.md")
        // Another process computes anew, without this one's memory.
        var other = runs
        other.memory = nil
        let replacing = try await other.run(Self.text, refreshed: ["a"])
        let outcome = try await runs.run(Self.text)
        #expect(outcome.computed == [])
        #expect(outcome.run.measurements == replacing.run.measurements)
    }

    @Test func removedResultsAreComputed() async throws {
        _ = try await runs.run(Self.text)
        runs.store.recallLastRun(of: "/n.md")
        for path in runs.files(in: "results") { try runs.remove(path) }
        #expect(try await runs.run(Self.text).computed == ["a", "b"])
    }

    @Test func unknownNotebookRecallsNothing() {
        runs.store.recallLastRun(of: "/other.md")
        #expect(runs.memory?.result(in: runs.path + "/results/none") == nil)
    }

    /// Flips a bit of a result in place.
    private func damage(_ path: String, restoringTimes: Bool) throws {
        let path = runs.folder.url.appendingPathComponent(path).path
        var status = stat()
        try #require(stat(path, &status) == 0)
        let file = try FileHandle(forUpdating: URL(fileURLWithPath: path))
        // Behind the head, in the part that every run reads.
        try file.seek(toOffset: 100)
        let byte = try #require(try file.read(upToCount: 1)?.first)
        try file.seek(toOffset: 100)
        try file.write(contentsOf: [byte ^ 1])
        try file.close()
        if restoringTimes { utimensat(AT_FDCWD, path, [status.st_atim, status.st_mtim], 0) }
    }
}
