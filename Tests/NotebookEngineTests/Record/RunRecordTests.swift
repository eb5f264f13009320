import Foundation
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
}
