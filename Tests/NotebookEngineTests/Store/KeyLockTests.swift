import Foundation
import NotebookCore
import Synchronization
import TemporaryFolders
import Testing

@testable import NotebookEngine

struct KeyLockTests {
    @Test func isHeldByOneAtATime() throws {
        let folder = try TemporaryFolder()
        let path = folder.url.appendingPathComponent("lock").path
        let first = try #require(try KeyLock(path: path))
        #expect(try KeyLock(path: path) == nil)
        first.release()
        #expect(folder.contents == [])
        let second = try #require(try KeyLock(path: path))
        // Giving it back a second time takes it from nobody.
        first.release()
        #expect(try KeyLock(path: path) == nil)
        second.release()
    }

    @Test func remainsOfAKilledProcessAreNoLock() throws {
        let folder = try TemporaryFolder()
        try folder.write("", to: "lock")
        let lock = try #require(try KeyLock(path: folder.url.appendingPathComponent("lock").path))
        lock.release()
        #expect(folder.contents == [])
    }

    @Test func twoRunsAtOnceComputeACellOnce() async throws {
        let runs = try KeptRuns()
        let text = "```count a\nsteps: 200\n```\n```count b\nfrom: a\n```\n"
        let outcomes = try await withThrowingTaskGroup(of: KeptRuns.Outcome.self) { group in
            for _ in 1...4 { group.addTask { try await runs.run(text) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.map(\.work.count).sorted() == [0, 0, 0, 203])
        #expect(Set(outcomes.map(\.texts)).count == 1)
        #expect(outcomes.flatMap(\.notes) == [])
        #expect(runs.files(in: "locks") == [])
    }

    @Test func waitingRunTakesOverWhereTheOtherIsInterrupted() async throws {
        let runs = try KeptRuns()
        let text = "```count a\nsteps: 5\n```\n"
        let lock = try #require(try await lockOnFirstCell(of: text, in: runs))
        let waiting = Task { try await runs.run(text) }
        try await Task.sleep(for: .milliseconds(120))
        #expect(runs.files(in: "results") == [])
        lock.release()
        #expect(try await waiting.value.work.count == 5)
    }

    @Test func waitingCanBeInterrupted() async throws {
        let runs = try KeptRuns()
        let text = "```count a\n```\n"
        let lock = try #require(try await lockOnFirstCell(of: text, in: runs))
        defer { lock.release() }
        let runner = Runner(
            settings: RunSettings(), environment: testEnvironment, cache: RunCache(store: runs.store, notebook: "/n.md")
        )
        let notebook = try notebook(text)
        let waiting = Task { await runner.run(notebook) }
        try await Task.sleep(for: .milliseconds(20))
        waiting.cancel()
        #expect(await waiting.value.status == .interrupted)
    }

    private func lockOnFirstCell(of text: String, in runs: KeptRuns) async throws -> KeyLock? {
        let notebook = try notebook(text)
        let keys = await Runner(settings: RunSettings(), environment: testEnvironment).keys(of: notebook)
        return try runs.store.lock(try #require(keys["a"]).identity)
    }
}
