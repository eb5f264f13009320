import Foundation
import NotebookCore
import NotebookEngine
import TemporaryFolders
import Testing

/// Where nothing can be kept, the run goes on and says so once.
struct UnkeptTests {
    private static let text = "```count a\n```\n```count b\nfrom: a\n```\n"

    @Test func folderThatCannotBeMade() async throws {
        let folder = try TemporaryFolder()
        try folder.write("in the way", to: "file")
        let path = folder.url.appendingPathComponent("file/store").path
        let runs = try KeptRuns(at: path)
        for _ in 1...2 {
            let outcome = try await runs.run(Self.text)
            #expect(outcome.run.status == .succeeded)
            #expect(outcome.run.values["b.total"] == .init(.integer(6)))
            #expect(outcome.computed == ["a", "b"])
            #expect(outcome.notes == ["nothing is kept for later runs in \(path): not a directory"])
        }
        #expect(folder.text("file") == "in the way")
    }

    @Test func fileSystemThatTakesNoFiles() async throws {
        let outcome = try await KeptRuns(at: "/proc/self/store").run(Self.text)
        #expect(outcome.run.status == .succeeded)
        #expect(outcome.notes.count == 1)
    }

    @Test func folderThatGoesAwayDuringTheRun() async throws {
        let runs = try KeptRuns()
        let folder = runs.folder.url.appendingPathComponent("store")
        let outcome = try await runs.run(Self.text) { line in
            if line == "a: step 2" { try? FileManager.default.removeItem(at: folder) }
        }
        #expect(outcome.run.status == .succeeded)
        #expect(outcome.run.values["b.total"] == .init(.integer(6)))
    }
}
