import MarkdownSyntax
import NotebookCommand
import NotebookCore
import NotebookEngine
import NotebookSyntax
import Synchronization
import TemporaryFolders
import Testing

struct TerminalReporterTests {
    private let notebook: Notebook
    private let captured = CapturedText()
    private let clock = ManualClock()

    init() throws {
        let text = "```total sum\nnumbers: [1, 2]\n```\n\n```fail\n```\n"
        notebook = try #require(NotebookReader(vocabulary: TestSession.vocabulary).read(text, file: "a.md").notebook)
    }

    private func reporter(_ output: TextOutput, isQuiet: Bool = false) -> TerminalReporter {
        TerminalReporter(output: output, isQuiet: isQuiet, now: { clock.now })
    }

    private func progress(_ fraction: Double) -> CommandEvent {
        .run(.cellReported(notebook.cells[0], .progress(CellProgress(fraction: fraction, stage: "stage"))))
    }

    private func finished(_ index: Int, _ status: CellStatus, _ failure: CellFailure? = nil) -> CommandEvent {
        let run = CellRun(
            cell: notebook.cells[index], status: status,
            result: status == .ok ? CellResult(values: ["sum.total": .integer(1234)], notes: ["a remark"]) : nil,
            failure: failure, seconds: 75, substituteFor: nil)
        return .run(.cellFinished(run, position: index, count: 2))
    }

    @Test func barIsDrawnInItsPlaceAndGivesWayToTheCellsLine() {
        let reporter = reporter(captured.terminal(columns: 60))
        reporter.receive(.run(.runStarted(notebook: notebook)))
        reporter.receive(.run(.cellStarted(notebook.cells[0], position: 0, count: 2)))
        reporter.receive(progress(0.5))
        reporter.receive(finished(0, .ok))
        #expect(
            captured.text == """
                a.md
                  total sum  …\r\u{1B}[J\
                  total sum  ━━━━━━━━━━━━━━━───────────────  stage\r\u{1B}[J\
                  ✓ total sum      1 min 15 s  total 1,234
                    note: a remark

                """)
    }

    @Test func barIsRedrawnTenTimesASecond() {
        let reporter = reporter(captured.terminal(columns: 60))
        reporter.receive(.run(.cellStarted(notebook.cells[0], position: 0, count: 2)))
        for step in 0..<1000 {
            clock.advance(by: .milliseconds(1))
            reporter.receive(progress(Double(step) / 1000))
        }
        // The first at once, then one each tenth of a second.
        #expect(captured.text.split(separator: "\u{1B}[J").count - 1 == 10)
    }

    @Test func milestoneStaysAboveTheBar() {
        let reporter = reporter(captured.terminal(columns: 60))
        reporter.receive(.run(.cellStarted(notebook.cells[0], position: 0, count: 2)))
        reporter.receive(.run(.cellReported(notebook.cells[0], .milestone("epoch 1: done"))))
        #expect(captured.text == "  total sum  …\r\u{1B}[J    epoch 1: done\n  total sum  …")
    }

    @Test func barOfATerminalThatBecameNarrowerIsErasedFromAllItsLines() {
        let columns = Mutex(60)
        let output = TextOutput(
            write: captured.plainOutput.write, columns: { columns.withLock(\.self) }, redrawsLines: true)
        let reporter = reporter(output)
        reporter.receive(.run(.cellStarted(notebook.cells[0], position: 0, count: 2)))
        reporter.receive(progress(0.5))
        columns.withLock { $0 = 20 }
        reporter.receive(finished(0, .interrupted))
        // The bar took 50 columns: three lines of 20, the cursor on the third.
        #expect(captured.text.contains("stage\u{1B}[2A\r\u{1B}[J  ■ total sum"))
    }

    @Test func linesFitTheTerminal() {
        let reporter = reporter(captured.terminal(columns: 30))
        reporter.receive(.run(.runStarted(notebook: notebook)))
        reporter.receive(finished(0, .ok))
        // The value stays, and the duration goes.
        #expect(captured.text.contains("  ✓ total sum      total 1,234\n"))
    }

    @Test func plainOutputHasNoBarsAndNoEscapes() {
        let reporter = reporter(captured.plainOutput)
        reporter.receive(.run(.runStarted(notebook: notebook)))
        reporter.receive(.run(.cellStarted(notebook.cells[0], position: 0, count: 2)))
        reporter.receive(progress(0.5))
        reporter.receive(finished(0, .ok))
        reporter.receive(finished(1, .skipped, CellFailure("skipped, because total `sum` failed")))
        #expect(
            captured.text == """
                a.md
                  ✓ total sum      1 min 15 s  total 1,234
                    note: a remark
                  – fail (line 5)              skipped, because total `sum` failed

                """)
    }

    @Test func afterAChangeOnlyWhatIsComputedIsToldAndTimedFromThere() throws {
        let reporter = reporter(captured.plainOutput)
        let folder = try TemporaryFolder()
        let files = try OutputDestination.folder("output").files(for: ["a.md"], in: folder.url)[0]
        let environment = RunEnvironment(
            version: "1", operatingSystem: "", processor: "", kernels: "", threads: 1, seed: 0, parameters: [:])
        let written = CommandEvent.outputWritten(Run(notebook: notebook, cells: [], environment: environment), files)
        reporter.receive(.watch(.waiting(file: "a.md", address: "http://127.0.0.1:8421/")))
        clock.advance(by: .seconds(3600))
        reporter.receive(.watch(.filesChanged(["a.md"])))
        clock.advance(by: .milliseconds(20))
        reporter.receive(written)
        reporter.receive(.watch(.filesChanged(["a.md"])))
        clock.advance(by: .seconds(1))
        reporter.receive(.run(.runStarted(notebook: notebook)))
        let kept = CellRun(
            cell: notebook.cells[1], status: .ok, result: CellResult(), failure: nil, seconds: 75, isCached: true,
            substituteFor: nil)
        reporter.receive(.run(.cellFinished(kept, position: 1, count: 2)))
        reporter.receive(finished(0, .ok))
        clock.advance(by: .seconds(74))
        reporter.receive(written)
        #expect(
            captured.text == """
                watching a.md at http://127.0.0.1:8421/ — Ctrl-C ends
                  a.md: nothing recomputed in 20 ms
                  ✓ total sum      1 min 15 s  total 1,234
                    note: a remark
                  a.md: recomputed total sum in 1 min 15 s

                """)
    }

    @Test func coloursAreUsedWhereTheyAreWanted() {
        let reporter = reporter(captured.terminal(columns: 60, usesColor: true))
        reporter.receive(finished(1, .failed, CellFailure("no")))
        #expect(captured.text.contains("\u{1B}[31m✗ \u{1B}[0m"))
    }

    @Test func controlCharactersOfNotebooksDoNotReachTheTerminal() {
        let reporter = reporter(captured.plainOutput)
        reporter.receive(.run(.cellReported(notebook.cells[0], .milestone("\u{1B}[2Jx"))))
        #expect(captured.text == "    sum:  [2Jx\n")
    }
}

/// A clock that tests set.
private final class ManualClock: Sendable {
    private let instant = Mutex(ContinuousClock.now)

    var now: ContinuousClock.Instant { instant.withLock(\.self) }

    func advance(by duration: Duration) { instant.withLock { $0 += duration } }
}
