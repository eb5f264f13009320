import Foundation
import NotebookCommand
import Testing

struct ExportTests {
    private let session: TestSession

    init() throws {
        session = try TestSession()
        try session.folder.write("The sum is `= sum.total`.\n\n```total sum\nnumbers: [1, 2]\n```\n", to: "a.md")
    }

    @Test(arguments: [("gfm", "output/a.md"), ("ipynb", "output/a.ipynb")])
    func writesWhatTheLastRunHasKept(format: String, file: String) async throws {
        #expect(await session.execute("run", "a.md") == .success)
        #expect(await session.execute("export", "a.md", "--to", format) == .success)
        #expect(session.standardOutput.text == "a.md: \(file)\n")
        #expect(session.folder.text(file)?.contains("The sum is 3.") == true)
    }

    @Test(arguments: ["gfm", "ipynb"])
    func theSameKeptResultsGiveTheSameBytes(format: String) async throws {
        #expect(await session.execute("run", "a.md") == .success)
        #expect(await session.execute("export", "a.md", "--to", format, "--output-dir", "one") == .success)
        #expect(await session.execute("export", "a.md", "--to", format, "--output-dir", "two") == .success)
        let ending = format == "gfm" ? "md" : "ipynb"
        #expect(session.folder.text("one/a.\(ending)") != nil)
        #expect(session.folder.text("one/a.\(ending)") == session.folder.text("two/a.\(ending)"))
    }

    @Test func withoutKeptResultsNothingIsWritten() async throws {
        try session.folder.write("```total x\nnumbers: 1\n```\n\n```total y\nnumbers: 1\n```\n", to: "b.md")
        #expect(await session.execute("run", "a.md") == .success)
        #expect(await session.execute("export", "a.md", "b.md", "--to", "gfm", "--output-dir", "new") == .failed)
        #expect(
            session.standardError.text.hasSuffix(
                """
                error: the results of total `x` in `b.md` have not been kept, nor those of 1 other cell
                  Run it first, with the same options: `notebook run b.md`.

                """))
        #expect(session.folder.text("new/a.md") == nil)
    }

    @Test func neverReplacesTheNotebook() async throws {
        let text = session.folder.text("a.md")
        #expect(await session.execute("run", "a.md") == .success)
        #expect(await session.execute("export", "a.md", "--to", "gfm", "--output-dir", ".") == .usage)
        #expect(session.folder.text("a.md") == text)
    }

    @Test func unknownFormatIsWrongUsage() async throws {
        #expect(await session.execute("export", "a.md", "--to", "docx") == .usage)
        #expect(session.standardError.text.contains("'docx'"))
    }
}
