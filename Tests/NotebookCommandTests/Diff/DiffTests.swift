import Foundation
import NotebookCommand
import Testing

struct DiffTests {
    private let session: TestSession

    init() throws {
        session = try TestSession()
        try session.folder.write("```total sum\nnumbers: [1, 2]\n```\n", to: "a.md")
        try session.folder.write("```total sum\nnumbers: [1, 5]\n```\n", to: "b.md")
    }

    @Test func comparesTheRecordsOfNotebooks() async throws {
        #expect(await session.execute("run", "a.md", "b.md") == .success)
        #expect(await session.execute("diff", "a.md", "output/b.json") == .success)
        #expect(
            session.standardOutput.text == """
                first   output/a.json
                second  output/b.json

                Values
                  1 value differs.
                    Path       First  Second  Difference
                    sum.total      3       6          +3

                """)
    }

    @Test func takesKeptResultsWhereThereIsNoRecord() async throws {
        #expect(await session.execute("run", "a.md", "b.md", "--output-dir", "elsewhere") == .success)
        #expect(await session.execute("diff", "a.md", "b.md", "--format", "json") == .success)
        let json = try JSONSerialization.jsonObject(with: Data(session.standardOutput.text.utf8)) as? [String: Any]
        #expect((json?["values"] as? [[String: Any]])?.map { $0["difference"] as? Double } == [3])
    }

    @Test func writesAPage() async throws {
        #expect(await session.execute("run", "a.md", "b.md") == .success)
        #expect(await session.execute("diff", "a.md", "b.md", "-o", "changes.html") == .success)
        #expect(session.folder.text("changes.html")?.contains("Two runs compared") == true)
        #expect(session.standardOutput.text == "changes.html: a.md compared with b.md\n")
    }

    @Test func notebookThatNeverRanIsToldSo() async throws {
        #expect(await session.execute("diff", "a.md", "b.md") == .failed)
        #expect(
            session.standardError.text == """
                error: the results of total `sum` in `a.md` have not been kept
                  Run it first, with the same options: `notebook run a.md`.

                """)
    }

    @Test(arguments: ["missing.json", "a.md.json"])
    func whatIsNoRecordIsToldSo(file: String) async throws {
        try session.folder.write("{}", to: "a.md.json")
        #expect(await session.execute("run", "b.md") == .success)
        #expect(await session.execute("diff", file, "b.md") == .invalidNotebook)
        #expect(session.standardError.text.contains("error: `\(file)` "))
    }

    @Test func neverReplacesWhatItCompares() async throws {
        #expect(await session.execute("run", "a.md", "b.md") == .success)
        let record = session.folder.text("output/a.json")
        #expect(await session.execute("diff", "output/a.json", "b.md", "-o", "output/a.json") == .usage)
        #expect(session.folder.text("output/a.json") == record)
    }
}
