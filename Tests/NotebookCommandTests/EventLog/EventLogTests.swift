import Foundation
import MarkdownSyntax
import NotebookCommand
import NotebookCore
import NotebookEngine
import NotebookSyntax
import Testing

struct EventLogTests {
    private let notebook: Notebook
    private let captured = CapturedText()

    init() throws {
        let text = "```total sum\nnumbers: [1, 2]\n```\n"
        notebook = try #require(NotebookReader(vocabulary: TestSession.vocabulary).read(text, file: "a.md").notebook)
    }

    private func log(isQuiet: Bool = false) -> EventLog {
        EventLog(
            output: captured.plainOutput, isQuiet: isQuiet, now: { Date(timeIntervalSince1970: 1_700_000_000.25) })
    }

    @Test func eachEventIsOneLine() {
        let cell = notebook.cells[0]
        let log = log()
        log.receive(.run(.runStarted(notebook: notebook)))
        log.receive(.run(.cellStarted(cell, position: 0, count: 1)))
        let progress = CellProgress(
            fraction: .nan, stage: "epoch 1\nof 2", figures: [.init("loss", "0.5")], secondsLeft: 3)
        log.receive(.run(.cellReported(cell, .progress(progress))))
        log.receive(.run(.cellReported(cell, .milestone("half"))))
        log.receive(.run(.cellReported(cell, .partialOutputs([]))))
        log.receive(.interruptionReceived)
        #expect(
            captured.text == """
                {"cells":1,"event":"run-started","file":"a.md","parameters":{},"time":"2023-11-14T22:13:20.250Z"}
                {"cell":"sum","count":1,"directive":"total","event":"cell-started","line":1,"position":1,\
                "time":"2023-11-14T22:13:20.250Z"}
                {"cell":"sum","event":"cell-progress","figures":{"loss":"0.5"},"seconds-left":3,\
                "stage":"epoch 1\\nof 2","time":"2023-11-14T22:13:20.250Z"}
                {"cell":"sum","event":"cell-milestone","text":"half","time":"2023-11-14T22:13:20.250Z"}
                {"event":"interrupted","time":"2023-11-14T22:13:20.250Z"}

                """)
    }

    @Test func failureAndProblemCarryTheirRemedies() {
        let log = log(isQuiet: true)
        let run = CellRun(
            cell: notebook.cells[0], status: .failed, result: nil,
            failure: CellFailure("no", remedy: "Try again."), seconds: 0.5, substituteFor: nil)
        log.receive(.run(.runStarted(notebook: notebook)))
        log.receive(.run(.cellFinished(run, position: 0, count: 1)))
        log.receive(.problem(CommandProblem("full", remedy: "Make room.", status: .failed)))
        #expect(
            captured.text == """
                {"cached":false,"cell":"sum","directive":"total","event":"cell-finished","failed-expectations":[],\
                "file":"a.md","line":1,"load-seconds":0,"notes":[],"remedy":"Try again.","seconds":0.5,"status":"failed",\
                "summary":"no","time":"2023-11-14T22:13:20.250Z"}
                {"event":"problem","exit-code":1,"remedy":"Make room.","summary":"full",\
                "time":"2023-11-14T22:13:20.250Z"}

                """)
    }

    @Test func documentationKnowsEveryEventAndKey() async throws {
        let session = try TestSession()
        try session.folder.write("```total sum\nnumbers: 0\n```\n\n```fail\n```\n", to: "a.md")
        #expect(await session.execute("run", "a.md", "--log-format", "json") == .failed)
        #expect(try documentedLines(in: session.standardError.text) == 8)
    }

    @Test func documentationKnowsWhatWatchTells() throws {
        let log = log()
        log.receive(.watch(.serving(address: "http://127.0.0.1:1/", takenPort: 80)))
        log.receive(.watch(.browserMissing(address: "http://127.0.0.1:1/")))
        log.receive(.watch(.waiting(file: "a.md", address: "http://127.0.0.1:1/")))
        log.receive(.watch(.filesChanged(["a.md"])))
        log.receive(.watch(.ended))
        #expect(try documentedLines(in: captured.text) == 5)
    }

    /// The number of lines in a log, after it is sure that the documentation knows every event and key in them.
    private func documentedLines(in log: String) throws -> Int {
        let documentation = try String(
            contentsOf: URL(fileURLWithPath: #filePath).appending(path: "../../../../Documentation/event-log.md")
                .standardizedFileURL, encoding: .utf8)
        let lines = log.split(separator: "\n")
        for line in lines {
            let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
            let event = try #require(object["event"] as? String)
            let row = try #require(
                documentation.split(separator: "\n").first { $0.contains("`\(event)`") }, "\(event) is documented")
            for key in object.keys where key != "event" && key != "time" && event != "cell-started" {
                #expect(row.contains("`\(key)`"), "\(key) of \(event) is documented")
            }
        }
        return lines.count
    }
}
