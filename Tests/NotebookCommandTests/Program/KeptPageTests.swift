import Foundation
import LongWork
import TemporaryFolders
import Testing

/// Pages of the notebooks of this repository, computed and from the store.
@Suite(.serialized) struct KeptPageTests {
    private let program: Program
    private static let notebooks = URL(filePath: #filePath).appending(path: "../../../../notebooks").standardized

    init() throws {
        program = try Program()
        try TinyDigits().write(to: "mnist", in: program.folder)
        for name in ["report.md", "quickstart.md"] {
            try program.folder.write(Data(contentsOf: Self.notebooks.appending(path: name)), to: name)
        }
    }

    /// Runs a notebook to `output`, one epoch for each training.
    private func run(_ name: String, to output: String, _ options: String...) async throws -> Program.Outcome {
        try await onThreadsOfItsOwn {
            try program.run(
                ["run", name + ".md", "--data", "mnist", "-P", "epochs=1", "--output-dir", output]
                    + (name == "report" ? ["--data-is", "mnist"] : []) + options)
        }
    }

    /// Exit codes are 3: a network that has seen 32 empty images does not meet what the report expects.
    @Test(arguments: [("report", 3), ("quickstart", 0)] as [(String, Int32)])
    func pageIsTheSameFromTheStoreAndSaveForMeasurementsWithoutIt(name: String, code: Int32) async throws {
        let filling = try await run(name, to: "first")
        #expect(filling.code == code, "\(filling.standardError)")
        let again = try await run(name, to: "second", "--explain")
        #expect(again.code == code)
        let lines = again.standardError.split(separator: "\n")
        #expect(!lines.contains { $0.contains("computed") || $0.contains("changed:") })
        #expect(lines.count { $0.contains("kept: nothing changed") } == lines.count { $0.contains("  ↻ ") })
        let page = try #require(program.folder.data("first/\(name).html"))
        #expect(page.count > 50_000)
        #expect(program.folder.data("second/\(name).html") == page)
        #expect(try record(name, in: "first") == record(name, in: "second"))
        _ = try await run(name, to: "cold", "--no-cache")
        try expectDifferencesInMeasurementsAlone(name, between: "first", and: "cold")
    }

    private func record(_ name: String, in folder: String) throws -> String {
        try #require(program.folder.text("\(folder)/\(name).json"))
            .replacing(/"(load-seconds|cached)" : [^,\n]*/, with: "…")
    }

    private func expectDifferencesInMeasurementsAlone(_ name: String, between one: String, and other: String) throws {
        for kind in ["html", "json"] {
            let lines = try [one, other].map { folder in
                withoutMeasurements(try #require(program.folder.text("\(folder)/\(name).\(kind)")))
                    .split(separator: "\n", omittingEmptySubsequences: false)
            }
            #expect(lines[0].count == lines[1].count)
            // The beginnings of lines alone, since a test that fails should not print pages.
            #expect(zip(lines[0], lines[1]).filter { $0 != $1 }.map { "\($0.prefix(300)) / \($1.prefix(300))" } == [])
        }
    }

    @Test func wordsAndCaptionsComputeNothing() async throws {
        _ = try await run("quickstart", to: "output")
        let text = try #require(program.folder.text("quickstart.md"))
        try program.folder.write(
            text.replacing("Prose explains", with: "Words explain")
                .replacing("caption: Three epochs on 6,000 images", with: "caption: One epoch"), to: "quickstart.md")
        let again = try await run("quickstart", to: "output")
        #expect(again.code == 0)
        #expect(
            again.standardError.split(separator: "\n").filter { $0.contains("✓") && !$0.contains("  ↻ ") }
                == [])
        let page = try #require(program.folder.text("output/quickstart.html"))
        #expect(page.contains("Words explain"))
        #expect(page.contains("One epoch"))
    }

    /// Claims about MNIST apply to files of other content only where a person vouches for them, which trains nothing again.
    @Test func vouchingForTheDataJudgesClaimsAndTrainsNothing() throws {
        try program.folder.write(
            """
            ```dataset digits
            ```
            ```model net
            hidden: [8]
            ```
            ```train run
            model: net
            data: digits
            epochs: 1
            ```
            ```evaluate
            run: run
            ```
            ```claims
            claims:
              - claim: Accuracy
                reported: 99.9%
                measured: run.test.accuracy
                expect: ">= 99%"
            ```

            """, to: "a.md")
        func verdict(_ options: String...) throws -> (code: Int32, text: String, error: String) {
            let outcome = try program.run(["run", "a.md", "--data", "mnist"] + options)
            let record = try #require(program.folder.text("output/a.json"))
            let verdict = try #require(record.firstMatch(of: /"verdict" : "([^"]*)"/)).1
            return (outcome.code, String(verdict), outcome.standardError)
        }
        let first = try verdict()
        #expect((first.code, first.text) == (0, "not applicable"))
        let vouched = try verdict("--data-is", "mnist")
        #expect((vouched.code, vouched.text) == (3, "not reproduced"))
        #expect(vouched.error.contains("train run") && !vouched.error.contains("epoch 1 of 1"))
        let again = try verdict()
        #expect((again.code, again.text) == (0, "not applicable"))
    }

    /// A limit on the size of files stands for a disk that is full: what is larger cannot be written.
    @Test func fullDiskLeavesTheRunAlone() throws {
        try program.folder.write(
            "```dataset digits\n```\n```model net\nhidden: [300]\n```\n```train run\nmodel: net\ndata: digits\nepochs: 1\n```\n",
            to: "a.md")
        let arguments = ["run", "a.md", "--data", "mnist"]
        let limited = try program.run(arguments, command: #"trap '' XFSZ; ulimit -f 600; exec "$0" "$@""#)
        #expect(limited.code == 0, "\(limited.standardError)")
        let note = "note: nothing is kept for later runs in \(program.folder.url.path)/.notebook-cache: file too large"
        #expect(limited.standardError.components(separatedBy: note).count == 2, "\(limited.standardError)")
        #expect(program.folder.text("output/a.html") != nil)
        #expect(!program.folder.contents.contains { $0.contains("/.") && !$0.contains("/.gitignore") })
        // Nothing half written is taken for a result.
        let next = try program.run(arguments)
        #expect(next.code == 0)
        #expect(!next.standardError.contains("note:"))
        #expect(next.standardError.contains("epoch 1 of 1"))
    }
}
