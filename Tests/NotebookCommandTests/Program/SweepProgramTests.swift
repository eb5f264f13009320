import Foundation
import Testing

/// Sweeps of real trainings.
struct SweepProgramTests {
    private let program: Program

    init() throws {
        program = try Program()
        try TinyDigits().write(to: "mnist", in: program.folder)
        try program.folder.write(
            """
            ---
            params:
              learning-rate: 0.001
              dropout: {type: number, default: 0}
            ---
            Training took `= duration(run.seconds)`; the loss is `= fixed(run.validation.lowest-loss, 4)`.

            ```dataset digits
            validation: 20%
            ```

            ```model net
            hidden: [12]
            dropout: $dropout
            ```

            ```train run
            model: net
            data: digits
            epochs: 2
            learning-rate: $learning-rate
            ```

            ```evaluate
            run: run
            ```

            """, to: "a.md")
    }

    @Test func runsAtTheSameTimeGiveTheSameBytesAsOneAfterTheOther() throws {
        let sequence = try sweep(jobs: 1)
        let parallel = try sweep(jobs: 2)
        // Page, record and predictions of each of six runs, page and record of the index.
        #expect(sequence.count == 20)
        #expect(Set(sequence.keys) == Set(parallel.keys))
        // Names alone, since a test that fails should not print pages.
        #expect(sequence.keys.filter { sequence[$0] != parallel[$0] } == [])
        // The runs do differ from one another.
        #expect(sequence["learning-rate=0.001,dropout=0.html"] != sequence["learning-rate=0.01,dropout=0.html"])
    }

    /// What a sweep of six runs writes, by file name, with everything masked that varies from run to run.
    private func sweep(jobs: Int) throws -> [String: String] {
        let outcome = try program.run([
            "run", "a.md", "--sweep", "learning-rate=0.001,0.003,0.01", "--sweep", "dropout=0,0.5",
            "--jobs", String(jobs), "--threads", "2", "--data", "mnist", "--output-dir", "jobs-\(jobs)",
        ])
        #expect(outcome.code == 0, "\(outcome.standardError)")
        let prefix = "jobs-\(jobs)/a/"
        return Dictionary(
            program.folder.contents.filter { $0.hasPrefix(prefix) }.map { path in
                (String(path.dropFirst(prefix.count)), withoutMeasurements(program.folder.text(path) ?? ""))
            }
        ) { first, _ in first }
    }
}

/// A page or a record with everything masked that varies from run to run: durations, speeds, what came from the store.
func withoutMeasurements(_ text: String) -> String {
    text.replacing(/<u>[^<]*</, with: "<u>…<")
        .replacing(/<a class="value measurement"[^>]*>[^<]*</, with: "<a class=measurement>…<")
        // Only what takes long says how long.
        .replacing(/\s*<small>[^<]*<\/small>(?=\s*<\/summary>)/, with: "")
        .replacing(/(Computing time\s*<dd>)[^<]*</) { "\($0.output.1)…<" }
        .replacing(/"(seconds|load-seconds|cached)" : [^,\n]*/) { "\"\($0.output.1)\" : …" }
        .replacing(/("is-measurement" : true,\s*"measured" : )[^\n]*/) { "\($0.output.1)…" }
        .replacing(/"measurements" : \{[^}]*\}/, with: "\"measurements\" : …")
}
