import Foundation
import NotebookComparison
import Testing

struct RecordedRunTests {
    @Test(arguments: ["", "{}", "[1]", "not json", #"{"schema": 1}"#])
    func otherFilesAreNoRecords(text: String) {
        #expect(throws: RecordError.form(.record)) {
            try RecordedRun(named: "a.json", record: Data(text.utf8), answers: nil)
        }
    }

    @Test func recordsOfAnotherFormAreRefused() {
        let text = """
            {"schema": 2, "status": "ok", "values": {}, "measurements": {},
             "environment": {"version": "1", "kernels": "k", "seed": "18446744073709551615", "parameters": {}, "data": []}}
            """
        #expect(throws: RecordError.schema(2)) {
            try RecordedRun(named: "a.json", record: Data(text.utf8), answers: nil)
        }
    }

    @Test func recordsWithoutClaimsOfEarlierVersionsAreRead() throws {
        let text = """
            {"schema": 1, "status": "ok", "values": {}, "measurements": {},
             "environment": {"version": "1", "kernels": "k", "seed": "18446744073709551615", "parameters": {}, "data": []}}
            """
        let run = try RecordedRun(named: "a.json", record: Data(text.utf8), answers: Data("damaged".utf8))
        #expect(run.name == "a.json")
    }
}
