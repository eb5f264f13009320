import Foundation
import NotebookComparison

/// Records as runs of the program leave them.
enum SampleRecords {
    static func run(
        _ name: String, seed: Int = 1, accuracy: String = "0.9908", seconds: Double = 1.5,
        verdict: String = "reproduced", labels: String = "7210", answers: String = "7210", more: String = ""
    ) throws -> RecordedRun {
        let record = """
            {"schema": 1, "status": "ok", "environment": {"version": "1.0", "kernels": "plain", "seed": \(seed),
              "parameters": {"epochs": "3"}, "data": [{"summary": "MNIST", "digests": {"a.gz": "44"}}]},
             "values": {"a.test.accuracy": \(accuracy), "a.test.errors": 92, "a.name": "x"\(more)},
             "measurements": {"a.seconds": \(seconds)}, "predictions": ["a.test"],
             "claims": [{"cell": "claims-1", "claim": "It reads well", "reported": "99 %", "measured": "98.90 %",
                         "verdict": "\(verdict)"}]}
            """
        let predictions = """
            {"schema": 1, "predictions": [{"run": "a", "split": "test", "labels": "\(labels)", "answers": "\(answers)"}]}
            """
        return try RecordedRun(named: name, record: Data(record.utf8), answers: Data(predictions.utf8))
    }
}
