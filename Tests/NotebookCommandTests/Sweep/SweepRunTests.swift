import Foundation
import NotebookCommand
import Testing

/// `notebook run --sweep`.
struct SweepRunTests {
    private let session: TestSession

    init() throws {
        session = try TestSession()
        try session.folder.write(
            """
            ---
            title: A sum
            params:
              n: 1
              k: {type: integer, default: 1}
            ---
            The sum is `= sum.total`.

            ```total sum
            numbers: [$n, 1]
            scale: $k
            ```

            ```total same
            numbers: [4]
            ```

            """, to: "sum.md")
    }

    /// Sweeps over `sum.md`; nothing is kept beside it.
    private func sweep(_ arguments: String...) async -> CommandStatus {
        await session.execute(["run", "sum.md", "--no-cache"] + arguments)
    }

    @Test func eachCombinationGetsAPageAndTheIndexComparesThem() async throws {
        #expect(await sweep("--sweep", "n=2,3", "--sweep", "k=1,10") == .success)
        let names = ["index", "n=2,k=1", "n=2,k=10", "n=3,k=1", "n=3,k=10"]
        #expect(
            session.folder.contents == ["output", "output/sum"]
                + names.flatMap { ["output/sum/\($0).html", "output/sum/\($0).json"] } + ["sum.md"])
        #expect(session.folder.text("output/sum/n=3,k=10.html")?.contains("The total is 40.") == true)
        let index = try #require(session.folder.text("output/sum/index.html"))
        #expect(index.contains("<title>A sum: n × k</title>"))
        #expect(index.contains(#"<a href="n=3,k=10.html">n=3, k=10</a>"#))
        #expect(index.contains("They differ in 1 value"))
        #expect(index.contains("<svg"))
        #expect(index.contains("sum.total"))
        #expect(!index.contains("same.total"))
    }

    @Test func recordOfTheSweepHasTheValuesThatDiffer() async throws {
        #expect(await sweep("--sweep", "n=2,3") == .success)
        let text = try #require(session.folder.text("output/sum/index.json"))
        let record = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(record["schema"] as? Int == 1)
        #expect(record["notebook"] as? String == "sum.md")
        #expect(record["parameters"] as? [String] == ["n"])
        let runs = try #require(record["runs"] as? [[String: Any]])
        #expect(runs.map { $0["parameters"] as? [String: String] } == [["n": "2"], ["n": "3"]])
        #expect(runs.map { $0["page"] as? String } == ["n=2.html", "n=3.html"])
        #expect(runs.map { $0["values"] as? [String: Int] } == [["sum.total": 3], ["sum.total": 4]])
        #expect(runs.map { $0["status"] as? String } == ["ok", "ok"])
    }

    @Test func plainRunsPageStays() async throws {
        try session.folder.write("previous page", to: "output/sum.html")
        #expect(await sweep("--sweep", "n=2,3") == .success)
        #expect(session.folder.text("output/sum.html") == "previous page")
    }

    @Test func tellsOfEachRunAndOfTheComparison() async throws {
        #expect(await sweep("--sweep", "n=2,3", "-P", "k=2") == .success)
        let lines = session.standardError.text.split(separator: "\n")
        #expect(lines.first == "sweep of sum.md: 2 runs")
        #expect(lines.filter { $0.hasPrefix("sum.md") } == ["sum.md with n=2, k=2", "sum.md with n=3, k=2"])
        #expect(lines.last == "output/sum/index.html and output/sum/index.json: 2 runs compared")
    }

    @Test func runsAtTheSameTimeAreToldOfOneAfterTheOther() async throws {
        #expect(await sweep("--sweep", "n=2,3,4,5", "--jobs", "3") == .success)
        let lines = session.standardError.text.split(separator: "\n")
        #expect(lines.first == "sweep of sum.md: 4 runs, 3 at a time")
        let heads = lines.indices.filter { lines[$0].hasPrefix("sum.md with") }
        #expect(heads.count == 4)
        for head in heads {
            let value = lines[head].suffix(1)
            #expect(lines[head + 5].hasPrefix("  output/sum/n=\(value).html and "), "\(session.standardError.text)")
        }
    }

    @Test func undeclaredParameterIsToldBeforeAnythingRuns() async throws {
        #expect(await sweep("--sweep", "m=2,3") == .invalidNotebook)
        #expect(
            session.standardError.text == """
                sum.md:3:1: error: `--sweep m=2,3` sets a parameter that the notebook does not declare
                 3 | params:
                   | ^~~~~~
                  Did you mean `--sweep n=…`?

                """)
        #expect(session.folder.contents == ["sum.md"])
    }

    @Test func valueThatAnOptionRefusesIsToldBeforeAnythingRuns() async throws {
        #expect(await sweep("--sweep", "k=2,11", "--sweep", "n=1,2") == .invalidNotebook)
        #expect(
            session.standardError.text == """
                sum.md:11:8: error: `scale`: 11 is out of range
                 11 | scale: $k
                    |        ^~
                  Write a whole number from 1 to 10.
                  1 more follows from this, on line 7.

                """)
        #expect(session.folder.contents == ["sum.md"])
    }

    @Test(arguments: [
        (["--sweep", "n=2,3", "-P", "n=1"], "-P and --sweep both set `n`"),
        (["--sweep", "n=2,3", "--output", "a.html"], "use --output-dir for a sweep"),
        (["--sweep", "n"], "write a name, an equals sign and values"),
        (["--sweep", "n=2,3", "--sweep", "n=4"], "--sweep n=… is given twice"),
        (["--sweep", "n=2,3", "--jobs", "0"], "--jobs takes a number from 1 to 64"),
        (["--jobs", "2"], "--jobs is for the runs of a sweep"),
    ])
    func contradictionsAreWrongUsage(arguments: [String], message: String) async throws {
        #expect(await session.execute(["run", "sum.md"] + arguments) == .usage)
        #expect(session.standardError.text.contains(message), "\(session.standardError.text)")
    }

    @Test func worstStatusOfTheRunsWins() async throws {
        try session.folder.write(
            """
            ---
            params: {n: 1}
            ---
            ```total sum
            numbers: [$n]
            ```
            ```claims
            claims:
              - claim: The sum
                measured: sum.total
                expect: ">= 4"
            ```

            """, to: "sum.md")
        #expect(await sweep("--sweep", "n=3,4", "--quiet") == .expectationFailed)
        let index = try #require(session.folder.text("output/sum/index.html"))
        #expect(index.contains("not as expected"))
    }

    @Test func interruptedSweepKeepsAnEarlierIndex() async throws {
        try session.folder.write(
            "---\nparams: {n: 1}\n---\n```total sum\nnumbers: [$n]\n```\n```wait\n```\n", to: "w.md")
        try session.folder.write("previous index", to: "output/w/index.html")
        let run = Task { await session.execute("run", "w.md", "--no-cache", "--sweep", "n=1,2,3", "--jobs", "2") }
        // The held lines of a run are told when it has ended; its files are the sign that it waits.
        while !session.standardError.text.contains("sweep of w.md"), !run.isCancelled {
            try await Task.sleep(for: .milliseconds(1))
        }
        run.cancel()
        #expect(await run.value == .interrupted)
        #expect(session.folder.text("output/w/index.html") == "previous index")
        #expect(session.standardError.text.contains("output/w/index.html is left as it was: there are "))
    }
}
