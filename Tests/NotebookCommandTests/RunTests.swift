import Foundation
import NotebookCommand
import Testing

struct RunTests {
    private let session: TestSession
    private static let valid = "# Sum\n\n```total sum\nnumbers: [1, 2]\n```\n"
    private static let failing = "```fail\n```\n\n```total sum\nnumbers: 3\n```\n"
    private static let disappointing = """
        ```total sum
        numbers: [1, 2]
        ```
        ```claims
        claims:
          - claim: The sum
            measured: sum.total
            expect: ">= 4"
        ```

        """

    init() throws {
        session = try TestSession()
    }

    @Test func writesPageAndRecord() async throws {
        try session.folder.write(Self.valid, to: "notebooks/sum.md")
        #expect(await session.execute("run", "notebooks/sum.md") == .success)
        #expect(
            session.folder.contents.filter { !$0.contains("/.notebook-cache/") } == [
                "notebooks", "notebooks/.notebook-cache", "notebooks/sum.md", "output", "output/sum.html",
                "output/sum.json",
            ])
        let page = try #require(session.folder.text("output/sum.html"))
        #expect(page.contains("The total is 3."))
        let record = try #require(session.folder.text("output/sum.json"))
        let object = try #require(try JSONSerialization.jsonObject(with: Data(record.utf8)) as? [String: Any])
        #expect(object["status"] as? String == "ok")
        #expect((object["values"] as? [String: Any])?["sum.total"] as? Int == 3)
        let environment = try #require(object["environment"] as? [String: Any])
        #expect(environment["operating-system"] as? String == "Test OS")
        #expect(environment["processor"] as? String == "Test processor")
        #expect(environment["version"] as? String == programVersion)
        #expect(environment["threads"] as? Int == 2)
    }

    @Test func tellsOfCellsAndFilesOnStandardError() async throws {
        try session.folder.write(Self.valid, to: "sum.md")
        #expect(await session.execute("run", "sum.md") == .success)
        let text = session.standardError.text.replacing(/([0-9]+ min )?[0-9.]+ (µs|ms|s)\b/, with: "TIME")
            .replacing(/\ +TIME/, with: " TIME")
        #expect(
            text == """
                sum.md
                    sum: adding up
                  ✓ total sum TIME  total 3
                  output/sum.html and output/sum.json: 1 cell in TIME

                """)
        #expect(session.standardOutput.text.isEmpty)
    }

    @Test func quietRunTellsNothing() async throws {
        try session.folder.write(Self.valid, to: "sum.md")
        #expect(await session.execute("run", "sum.md", "--quiet") == .success)
        #expect(session.standardError.text.isEmpty)
    }

    @Test func failedCellFailsTheRunAndTheOthersStillRun() async throws {
        try session.folder.write(Self.failing, to: "sum.md")
        #expect(await session.execute("run", "sum.md", "--quiet") == .failed)
        #expect(
            session.standardError.text == """
                sum.md:1:1: error: fail (line 1) failed: the file `digits.gz` is cut off
                 1 | ```fail
                   | ^~~~~~~
                  Fetch it again.

                """)
        let page = try #require(session.folder.text("output/sum.html"))
        #expect(page.contains("The total is 3."))
    }

    @Test func failFastSkipsTheRest() async throws {
        try session.folder.write(Self.failing, to: "first.md")
        try session.folder.write(Self.valid, to: "second.md")
        #expect(await session.execute("run", "first.md", "second.md", "--fail-fast") == .failed)
        #expect(session.standardError.text.contains("2 cells, 1 failed, 1 skipped in "))
        #expect(session.folder.text("output/second.html") == nil)
    }

    @Test func unmetExpectationHasItsOwnExitCode() async throws {
        try session.folder.write(Self.disappointing, to: "sum.md")
        #expect(await session.execute("run", "sum.md", "--quiet") == .expectationFailed)
        #expect(session.standardError.text == "sum.md:4: not as expected: The sum: expected >= 4, measured 3\n")
        #expect(session.folder.text("output/sum.html") != nil)
    }

    @Test func worstStatusOfSeveralNotebooksWins() async throws {
        try session.folder.write(Self.disappointing, to: "a.md")
        try session.folder.write(Self.failing, to: "b.md")
        try session.folder.write(Self.valid, to: "c.md")
        #expect(await session.execute("run", "a.md", "b.md", "c.md", "--quiet") == .failed)
        #expect(session.folder.text("output/c.html") != nil)
    }

    @Test func nothingRunsWhereAnyNotebookIsInvalid() async throws {
        try session.folder.write(Self.valid, to: "good.md")
        try session.folder.write("```total sum\nnumbres: 1\n```\n", to: "bad.md")
        #expect(await session.execute("run", "good.md", "bad.md") == .invalidNotebook)
        #expect(session.folder.contents == ["bad.md", "good.md"])
        #expect(session.standardError.text.contains("bad.md:2:1: error: "))
        #expect(session.standardError.text.contains("Did you mean `numbers`?"))
    }

    @Test func invalidNotebookLeavesThePreviousOutput() async throws {
        try session.folder.write("previous page", to: "output/sum.html")
        try session.folder.write("previous record", to: "output/sum.json")
        try session.folder.write("```total sum\nnumbers: many\n```\n", to: "sum.md")
        #expect(await session.execute("run", "sum.md") == .invalidNotebook)
        #expect(session.folder.text("output/sum.html") == "previous page")
        #expect(session.folder.text("output/sum.json") == "previous record")
    }

    @Test func unwritableOutputIsFoundBeforeAnythingRuns() async throws {
        try session.folder.write(Self.valid, to: "sum.md")
        try session.folder.write("a file in the way", to: "output")
        #expect(await session.execute("run", "sum.md") == .failed)
        #expect(
            session.standardError.text == """
                error: `output/sum.html` cannot be written: `\(session.folder.url.path)/output` is no folder
                  Name a folder that you can write to with `--output-dir`.

                """)
    }

    @Test func parametersAndSeedOfTheCommandLineWin() async throws {
        try session.folder.write(
            "---\nseed: 5\nparams:\n  n: 1\n---\n```total sum\nnumbers: $n\n```\n", to: "sum.md")
        #expect(await session.execute("run", "sum.md", "-P", "n=7", "--seed", "9", "--threads", "3") == .success)
        let record = try #require(session.folder.text("output/sum.json"))
        #expect(record.contains(#""sum.total" : 7"#))
        #expect(record.contains(#""seed" : 9"#))
        #expect(record.contains(#""threads" : 3"#))
        #expect(record.contains(#""n" : "7""#))
    }

    @Test func undeclaredParameterIsAnErrorInTheNotebooksWords() async throws {
        try session.folder.write("---\nparams:\n  epochs: 1\n---\nText.\n", to: "sum.md")
        #expect(await session.execute("run", "sum.md", "-P", "epoch=7") == .invalidNotebook)
        #expect(
            session.standardError.text == """
                sum.md:2:1: error: `-P epoch=7` sets a parameter that the notebook does not declare
                 2 | params:
                   | ^~~~~~
                  Did you mean `-P epochs=…`?

                """)
    }

    @Test func interruptedRunReplacesNoPage() async throws {
        try session.folder.write("previous page", to: "output/wait.html")
        try session.folder.write(Self.valid + "\n```wait\n```\n", to: "wait.md")
        #expect(await interrupt("wait.md") == .interrupted)
        #expect(session.folder.text("output/wait.html") == "previous page")
        #expect(session.folder.text("output/wait.json") == nil)
        #expect(
            session.standardError.text.hasSuffix(
                "  output/wait.html is left as it was: an interrupted run replaces no good page\n"))
    }

    @Test func interruptedRunWritesWhatWasComputedWhereThereIsNoPage() async throws {
        try session.folder.write(Self.valid + "\n```wait\n```\n\n```fail\n```\n", to: "wait.md")
        #expect(await interrupt("wait.md") == .interrupted)
        #expect(session.folder.text("output/wait.html")?.contains("The total is 3.") == true)
        #expect(session.folder.text("output/wait.json")?.contains(#""status" : "interrupted""#) == true)
        #expect(session.standardError.text.contains("3 cells, 2 interrupted in "))
        #expect(!session.standardError.text.contains("■ fail"))
    }

    /// Runs a notebook and cancels the run once its waiting cell waits.
    private func interrupt(_ file: String) async -> CommandStatus {
        let run = Task { await session.execute("run", file) }
        while !session.standardError.text.contains("waiting"), !run.isCancelled {
            try? await Task.sleep(for: .milliseconds(1))
        }
        run.cancel()
        return await run.value
    }
}
