import Foundation
import NotebookCore
import NotebookEngine
import Testing

struct RunRecordTests {
    @Test func writesWhatProgramsNeed() async throws {
        let text = "```fake a\nbehaviour: substitute\n```\n```fake b\nbehaviour: fail\n```"
        let data = RunRecord(try await run(text)).json()
        let record = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect(record["schema"] as? Int == 1)
        #expect(record["status"] as? String == "failed")
        let cells = try #require(record["cells"] as? [[String: Any]])
        #expect(cells.map { $0["status"] as? String } == ["ok", "failed"])
        #expect(cells.map { $0["line"] as? Int } == [1, 4])
        #expect(cells[0]["cached"] as? Bool == false)
        #expect(cells[0]["load-seconds"] as? Double == 0)
        #expect(cells[1]["message"] as? String == "it was told to fail")
        let values = try #require(record["values"] as? [String: Any])
        #expect(values["a.undefined"] is NSNull)
        #expect(values["a.bits"] is String)
        #expect(record["measurements"] as? [String: Double] == ["a.seconds": 1.5])
        let environment = try #require(record["environment"] as? [String: Any])
        #expect(environment["seed"] as? Int == 1)
        let provenance = try #require(environment["data"] as? [[String: Any]])
        #expect(provenance.first?["substitute-for"] as? String == "photographs")
    }

    @Test func isTheSameForTheSameRun() async throws {
        let run = try await run("```fake a\n```")
        #expect(RunRecord(run).json() == RunRecord(run).json())
    }

    /// A run of one cell that gave `result`.
    private func runOfOneCell(giving result: CellResult) async throws -> Run {
        let run = try await run("```fake a\n```")
        let cell = CellRun(
            cell: run.cells[0].cell, status: .ok, result: result, failure: nil, seconds: 1, substituteFor: nil)
        return Run(notebook: run.notebook, cells: [cell], environment: run.environment)
    }

    @Test func hasTheVerdictsOnClaims() async throws {
        let claims = [
            AssessedClaim(
                statement: "It reads well", reported: "99 %", measured: "98.90 %", verdict: .notReproduced),
            AssessedClaim(statement: "It is fun", reported: nil, measured: nil, verdict: .notTested),
        ]
        let data = RunRecord(try await runOfOneCell(giving: CellResult(claims: claims))).json()
        let record = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let recorded = try #require(record["claims"] as? [[String: Any]])
        #expect(recorded.map { $0["verdict"] as? String } == ["not reproduced", "not tested"])
        #expect(recorded[0]["cell"] as? String == "a")
        #expect(recorded[0]["measured"] as? String == "98.90 %")
        #expect(recorded[0]["is-measurement"] as? Bool == false)
        #expect(recorded[1]["reported"] is NSNull)
    }

    @Test func keepsPredictionsApart() async throws {
        let answers = ImageAnswers(run: "net", split: "test", labels: [7, 2, 1], answers: [7, 2, 0])
        let record = RunRecord(try await runOfOneCell(giving: CellResult(answers: [answers, answers])))
        let predictions = try #require(record.predictions())
        let contents = try #require(try JSONSerialization.jsonObject(with: predictions) as? [String: Any])
        #expect(
            contents["predictions"] as? [[String: String]]
                == [["run": "net", "split": "test", "labels": "721", "answers": "720"]])
        #expect(String(decoding: record.json(), as: UTF8.self).contains("\"net.test\""))
        #expect(RunRecord(try await runOfOneCell(giving: CellResult())).predictions() == nil)
    }
}
