import NotebookCommand
import Testing

struct ParameterFileCommandTests {
    private let session: TestSession

    init() throws {
        session = try TestSession()
        try session.folder.write(
            "---\nparams:\n  n: 1\n  k: 1\n---\n```total sum\nnumbers: $n\nscale: $k\n```\n", to: "sum.md")
    }

    @Test func fileSetsParametersAndTheCommandLineWins() async throws {
        try session.folder.write("n: 5\nk: 2\n", to: "p.yml")
        #expect(await session.execute("run", "sum.md", "--params", "p.yml", "-P", "k=3") == .success)
        #expect(session.folder.text("output/sum.json")?.contains(#""sum.total" : 15"#) == true)
        #expect(session.standardError.text.hasPrefix("sum.md with n=5, k=3\n"))
    }

    @Test func mistakeIsToldInThePlaceOfTheFile() async throws {
        try session.folder.write("n: 5\nm: 2\n", to: "p.yml")
        #expect(await session.execute("check", "sum.md", "--params", "p.yml") == .invalidNotebook)
        #expect(
            session.standardError.text == """
                p.yml:2:1: error: `sum.md` declares no parameter `m`
                 2 | m: 2
                   | ^
                  Did you mean `n`?

                """)
    }

    @Test func missingFileIsToldBeforeAnythingRuns() async throws {
        try session.folder.write("n: 5\n", to: "fast.yaml")
        #expect(await session.execute("run", "sum.md", "--params", "fats.yaml") == .invalidNotebook)
        #expect(
            session.standardError.text == """
                fats.yaml: error: there is no such file
                  Did you mean `fast.yaml`?

                """)
        #expect(session.folder.text("output/sum.html") == nil)
    }

    @Test func folderIsNoParameterFile() async throws {
        try session.folder.write("n: 5\n", to: "settings/a.yml")
        #expect(await session.execute("run", "sum.md", "--params", "settings") == .invalidNotebook)
        #expect(
            session.standardError.text == """
                settings: error: this is a folder, not a parameter file
                  Name a file in it, such as `settings/a.yml`.

                """)
    }
}
