import Foundation
import NotebookCommand
import Testing

struct ProgramTests {
    private let program: Program

    init() throws {
        program = try Program()
    }

    @Test func tellsItsVersion() throws {
        #expect(
            try program.run(["--version"]) == .init(code: 0, standardOutput: programVersion + "\n", standardError: ""))
    }

    @Test func wrongUsageIs64() throws {
        #expect(try program.run(["run"]).code == 64)
        #expect(try program.run(["run", "a.md", "--colour"]).code == 64)
        #expect(try program.run(["directives", "plot-confusoin"]).code == 64)
    }

    @Test func missingNotebookIs2() throws {
        let outcome = try program.run(["run", "missing.md"])
        #expect(
            outcome
                == .init(
                    code: 2, standardOutput: "",
                    standardError: """
                        missing.md: error: there is no such file
                          Paths are relative to the folder in which the command is run.

                        """))
    }

    @Test func unwritableOutputIs1() throws {
        try program.folder.write("Text.\n", to: "a.md")
        let outcome = try program.run(["run", "a.md", "--output-dir", "/proc/output"])
        #expect(outcome.code == 1)
        #expect(outcome.standardError.hasPrefix("error: `/proc/output/a.html` cannot be written: "))
    }

    @Test func proseAloneIsANotebook() throws {
        try program.folder.write("# Title\n\nText.\n", to: "a.md")
        let outcome = try program.run(["run", "a.md"])
        #expect(outcome.code == 0)
        #expect(program.folder.text("output/a.html")?.contains("Title") == true)
    }

    @Test func brokenPipeIsSuccess() throws {
        let outcome = try program.run(
            ["directives"],
            command:
                #"{ sleep 0.2; for n in 1 2 3 4 5 6; do "$0" "$@" || exit 9; done; } | true; echo ${PIPESTATUS[0]}"#)
        #expect(outcome == .init(code: 0, standardOutput: "0\n", standardError: ""))
    }
}
