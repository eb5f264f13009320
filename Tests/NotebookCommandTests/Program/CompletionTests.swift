import DigitDirectives
import Foundation
import Testing

struct CompletionTests {
    private let program: Program

    init() throws {
        program = try Program()
    }

    /// What bash offers for the last of `words`, by the script that the program writes.
    private func completions(of words: [String]) throws -> [String] {
        let script = try program.run(["--generate-completion-script", "bash"]).standardOutput
        try program.folder.write(script, to: "completion.bash")
        let quoted = words.map { "'\($0)'" }.joined(separator: " ")
        let outcome = try program.run(
            [],
            command: """
                notebook() { :; }; source completion.bash
                COMP_WORDS=(\(quoted)); COMP_CWORD=\(words.count - 1); COMP_LINE="${COMP_WORDS[*]}"
                COMP_POINT=${#COMP_LINE}; _notebook notebook "${COMP_WORDS[-1]}" "${COMP_WORDS[-2]}" 2>/dev/null
                printf '%s\\n' "${COMPREPLY[@]}"
                """)
        #expect(outcome.code == 0)
        return outcome.standardOutput.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    }

    @Test func offersSubcommands() throws {
        let offered = try completions(of: ["notebook", ""])
        #expect(Set(offered).isSuperset(of: ["run", "check", "directives", "init"]))
    }

    @Test func offersTheDirectives() throws {
        #expect(
            try Set(completions(of: ["notebook", "directives", "plot-"]))
                == Set(DigitDirectives.vocabulary.names.filter { $0.hasPrefix("plot-") }))
    }

    @Test func offersNotebooksAndNotOtherFiles() throws {
        try program.folder.write("Text.\n", to: "report.md")
        try program.folder.write("Text.\n", to: "report.txt")
        #expect(try completions(of: ["notebook", "run", "rep"]) == ["report.md"])
    }
}
