import Foundation
import NotebookCore
import TemporaryFolders
import Testing

@testable import NotebookEngine

/// Whatever becomes of the store's files, a run ends as it would without them.
struct DamagedStoreTests {
    private let runs: KeptRuns
    private static let text = "```count a\n```\n```count b\nfrom: a\n```\n"
    /// The same with a changed `b`, which wants the product of `a`.
    private static let changed = text.replacing("from: a\n", with: "from: a\nstart: 10\n")
    private static let headLength = 92

    init() throws {
        runs = try KeptRuns()
    }

    private func resultOfA() throws -> String { try runs.result(publishing: "a.total") }

    /// A region of the file, by where it begins: the head's fields, the first part.
    @Test(arguments: [0, 8, 12, 20, 28, 60, headLength, headLength + 40])
    func damagedResultIsComputedAnewWithANote(offset: Int) async throws {
        let first = try await runs.run(Self.text)
        let path = try resultOfA()
        var data = try #require(runs.folder.data(path))
        data[offset] ^= 1
        try runs.folder.write(data, to: path)
        // The second checksum is looked at only where the product is wanted.
        guard offset != 60 else { return try await expectDamagedProduct(insteadOf: first) }
        try await expectRecomputed(
            noting: offset == 0
                ? "is no file of this store"
                : offset == 8 ? "was written by another version of the program" : "is damaged", as: first)
    }

    @Test(arguments: [0, 4, 10, 91, 92, 100, -1]) func truncatedResultIsComputedAnew(length: Int) async throws {
        let first = try await runs.run(Self.text)
        let path = try resultOfA()
        let data = try #require(runs.folder.data(path))
        try runs.folder.write(data.prefix(length < 0 ? data.count + length : length), to: path)
        try await expectRecomputed(noting: "is damaged", as: first)
    }

    @Test func damagedProductIsMadeAnewOnceItIsWanted() async throws {
        let first = try await runs.run(Self.text)
        let path = try resultOfA()
        var data = try #require(runs.folder.data(path))
        data[data.count - 1] ^= 1
        try runs.folder.write(data, to: path)
        #expect(try await runs.run(Self.text).computed == [])
        try await expectDamagedProduct(insteadOf: first)
    }

    private func expectDamagedProduct(insteadOf first: KeptRuns.Outcome) async throws {
        let outcome = try await runs.run(Self.changed)
        #expect(outcome.computed == ["b"])
        #expect(outcome.notes == ["what was kept of count `a` is damaged; it is computed anew"])
        #expect(outcome.run.values["b.total"] == .init(.integer(16)))
        #expect(outcome.run.values["a.total"] == first.run.values["a.total"])
    }

    @Test func resultUnderAnothersNameIsNotTakenForIt() async throws {
        let first = try await runs.run(Self.text)
        let path = try resultOfA()
        let other = try #require(runs.files(in: "results").first { $0 != path })
        try runs.folder.write(try #require(runs.folder.data(other)), to: path)
        try await expectRecomputed(noting: "is damaged", as: first)
    }

    @Test func soundFileWithSomethingElseInItIsComputedAnew() async throws {
        let first = try await runs.run(Self.text)
        let path = try resultOfA()
        let file = SealedFile(
            path: runs.folder.url.appendingPathComponent(path).path, name: (path as NSString).lastPathComponent)
        try file.write(Data("{}".utf8))
        try await expectRecomputed(noting: "is damaged", as: first)
        // A result of the right form, but of a cell that publishes other paths.
        try file.write(StoreCoding.encode(StoredResult(CellResult(), seconds: 1, sources: [])))
        try await expectRecomputed(noting: "is damaged", as: first)
    }

    @Test func folderInAResultsPlaceIsNoReasonToFail() async throws {
        _ = try await runs.run(Self.text)
        let path = try resultOfA()
        try FileManager.default.removeItem(at: runs.folder.url.appendingPathComponent(path))
        try runs.folder.makeFolder(path)
        let outcome = try await runs.run(Self.text)
        #expect(outcome.run.status == .succeeded)
        #expect(outcome.notes.first == "what was kept of count `a` is no file of this store; it is computed anew")
        #expect(outcome.notes.last?.hasPrefix("nothing is kept for later runs in \(runs.path): ") == true)
    }

    /// The next run computes `a` and, since it is measured anew, `b`; the one after that nothing.
    private func expectRecomputed(noting reason: String, as first: KeptRuns.Outcome) async throws {
        let outcome = try await runs.run(Self.text)
        #expect(outcome.notes == ["what was kept of count `a` \(reason); it is computed anew"])
        #expect(outcome.computed == ["a", "b"])
        #expect(outcome.explanations[0] == .unusable(reason))
        #expect(outcome.run.values == first.run.values)
        let next = try await runs.run(Self.text)
        #expect(next.computed == [])
        #expect(next.notes == [])
    }

    @Test func damagedCheckpointIsLeftOut() async throws {
        _ = try await runs.run(Self.text)
        for path in runs.files(in: "checkpoints") {
            guard var data = runs.folder.data(path) else { continue }
            data[data.count - 1] ^= 1
            try runs.folder.write(data, to: path)
        }
        let more = try await runs.run("```count a\nsteps: 5\n```\n")
        #expect(more.work.count == 5)
        #expect(more.run.values["a.total"] == .init(.integer(5)))
    }

    @Test func damagedMemoryOfTheLastRunIsAsGoodAsNone() async throws {
        _ = try await runs.run(Self.text)
        for path in runs.files(in: "notebooks") { try runs.folder.write("?", to: path) }
        #expect(try await runs.run(Self.changed).explanations == [.kept, .firstRun])
    }
}
