import Foundation
import TemporaryFolders
import Testing

@testable import NotebookEngine

struct StoreCleaningTests {
    private let runs: KeptRuns
    /// Three cells, of which each has a result and a checkpoint.
    private static let cells = ["a", "b", "c"].map { "```count \($0)\nstart: \($0.utf8.first ?? 0)\n```" }
        .joined(separator: "\n")

    init() throws {
        runs = try KeptRuns()
    }

    private var kept: [String] { runs.files(in: "results") + runs.files(in: "checkpoints") }

    /// Makes a file look as if it had been used so many days ago.
    private func age(_ path: String, days: Int) throws {
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSinceNow: -Double(days) * 86_400)],
            ofItemAtPath: runs.folder.url.appendingPathComponent(path).path)
    }

    @Test func dropsEverythingWithoutLimits() async throws {
        _ = try await runs.run(Self.cells)
        let outcome = try StoreCleaning().clean(runs.store)
        #expect(outcome.dropped.results == 3)
        #expect(outcome.dropped.checkpoints == 3)
        #expect(outcome.dropped.bytes > 0)
        #expect(outcome.remaining == StoreCleaning.Amount())
        #expect(kept == [])
        #expect(try await runs.run(Self.cells).computed == ["a", "b", "c"])
    }

    @Test func keepsWhatWasUsedSince() async throws {
        _ = try await runs.run(Self.cells)
        for path in kept + runs.files(in: "notebooks") { try age(path, days: 10) }
        // A run that takes a result from the store uses it.
        let first = String(Self.cells.prefix(upTo: try #require(Self.cells.firstRange(of: "```count b")).lowerBound))
        _ = try await runs.run(first)
        let outcome = try StoreCleaning(unusedFor: 7 * 86_400).clean(runs.store)
        #expect(outcome.dropped.results == 2)
        #expect(outcome.remaining.results == 1)
        #expect(try await runs.run(Self.cells).computed == ["b", "c"])
    }

    @Test func dropsWhatWasUsedLongestAgoUntilTheRestFits() async throws {
        _ = try await runs.run(Self.cells)
        let results = runs.files(in: "results")
        try age(results[1], days: 3)
        try age(results[0], days: 2)
        try age(results[2], days: 1)
        let all = runs.store.entries.reduce(0) { $0 + $1.bytes }
        let outcome = try StoreCleaning(maximalSize: all - 1).clean(runs.store)
        #expect(outcome.dropped.results == 1)
        #expect(outcome.dropped.bytes + outcome.remaining.bytes == all)
        #expect(runs.files(in: "results") == [results[0], results[2]])
        #expect(try StoreCleaning(maximalSize: all).clean(runs.store).dropped.bytes == 0)
    }

    @Test func neverTouchesWhatTheStoreHasNotWritten() async throws {
        _ = try await runs.run(Self.cells)
        let name = String(repeating: "a", count: 64)
        let foreign = [
            "store/thesis.md", "store/results/notes.txt", "store/results/\(name)", "store/checkpoints/\(name)/mine",
            "store/results/.\(name).tmp", "store/locks/note", "store/digests.bak",
        ]
        for path in foreign { try runs.folder.write("mine", to: path) }
        let outcome = try StoreCleaning().clean(runs.store, now: Date(timeIntervalSinceNow: 1e6))
        #expect(outcome.dropped.results == 3)
        for path in foreign { #expect(runs.folder.text(path) == "mine", "\(path)") }
    }

    @Test func removesWhatKilledProcessesHaveLeft() async throws {
        _ = try await runs.run(Self.cells)
        let result = try #require(runs.files(in: "results").first)
        let remains =
            (result as NSString).deletingLastPathComponent + "/." + (result as NSString).lastPathComponent + ".x1"
        try runs.folder.write(try #require(runs.folder.data(result)).prefix(5), to: remains)
        // It may belong to a process that is writing it.
        _ = try StoreCleaning().clean(runs.store)
        #expect(runs.folder.contents.contains(remains))
        _ = try StoreCleaning().clean(runs.store, now: Date(timeIntervalSinceNow: 7200))
        #expect(!runs.folder.contents.contains(remains))
    }

    @Test func leavesTheCheckpointOfWorkThatGoesOn() async throws {
        _ = try await runs.run("```count a\n```")
        let checkpoint = try #require(runs.files(in: "checkpoints").last)
        let lock = try #require(try runs.store.lock((checkpoint as NSString).lastPathComponent))
        let outcome = try StoreCleaning().clean(runs.store)
        #expect(outcome.dropped.results == 1)
        #expect(outcome.remaining.checkpoints == 1)
        #expect(runs.files(in: "locks").count == 1)
        lock.release()
        #expect(try StoreCleaning().clean(runs.store).dropped.checkpoints == 1)
        #expect(runs.files(in: "checkpoints") == [])
        #expect(runs.files(in: "locks") == [])
    }

    @Test func cleaningDuringARunLosesNothing() async throws {
        let text = "```count a\n```\n```count b\nfrom: a\n```"
        let first = try await runs.run(text)
        let store = runs.store
        // Between two cells, one of which has been taken from the store.
        let second = try await runs.run("```count a\n```\n```count b\nfrom: a\nsteps: 4\n```") { line in
            if line == "b: step 4" { _ = try? StoreCleaning().clean(store) }
        }
        #expect(second.run.values["b.total"] == .init(.integer(7)))
        #expect(first.run.values["b.total"] == .init(.integer(6)))
        #expect(second.notes == [])
        // What was saved after the cleaning is there, and rests on a measurement that is not kept any more.
        #expect(
            try await runs.run("```count a\n```\n```count b\nfrom: a\nsteps: 4\n```").explanations
                == [.missing, .measuredAnew("count `a`")])
    }
}
