import NotebookCommand
import Testing

struct CheckTests {
    @Test func validNotebooksAreNamedOnStandardOutput() async throws {
        let session = try TestSession()
        try session.folder.write("```fail\n```\n", to: "a.md")
        try session.folder.write("Text.\n", to: "b.md")
        #expect(await session.execute("check", "a.md", "b.md") == .success)
        #expect(session.standardOutput.text == "a.md: valid, 1 cell\nb.md: valid, 0 cells\n")
        #expect(session.standardError.text.isEmpty)
        #expect(session.folder.contents == ["a.md", "b.md"])
    }

    @Test func allDiagnosticsOfAllNotebooksAreTold() async throws {
        let session = try TestSession()
        try session.folder.write("```totl sum\n```\n\n```total sum\nscale: 11\nnumbers: x\n```\n", to: "a.md")
        #expect(await session.execute("check", "a.md", "b.md") == .invalidNotebook)
        let text = session.standardError.text
        for expected in [
            "a.md:1:", "Did you mean `total`?", "a.md:5:", "11 is out of range", "a.md:6:", "‘x’",
            "b.md: error: there is no such file",
        ] {
            #expect(text.contains(expected), "\(expected) in\n\(text)")
        }
        #expect(session.standardOutput.text.isEmpty)
    }

    @Test func diagnosticsCanBeReadByPrograms() async throws {
        let session = try TestSession()
        try session.folder.write("```total sum\nnumbers: 1\nscale: 11\n```\n", to: "a.md")
        #expect(await session.execute("check", "a.md", "--log-format", "json") == .invalidNotebook)
        let text = session.standardError.text
        #expect(text.hasSuffix("}\n"))
        #expect(text.contains(#""event":"diagnostic","file":"a.md","line":3,"#))
    }
}
