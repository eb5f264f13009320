import DigitDirectives
import NotebookCommand
import NotebookCore
import NotebookSyntax
import Testing

struct InitCommandTests {
    @Test(arguments: [("first", "first.md"), ("first.md", "first.md"), ("new/a.b", "new/a.b.md")])
    func writesANotebookWithoutMistakes(name: String, file: String) async throws {
        let session = try TestSession()
        #expect(await session.execute("init", name) == .success)
        #expect(session.standardOutput.text == "\(file): written; run it with `notebook run \(file)`\n")
        let text = try #require(session.folder.text(file))
        let reading = NotebookReader(vocabulary: DigitDirectives.vocabulary).read(text, file: file)
        #expect(reading.diagnostics == [])
        #expect(reading.notebook?.cells.count == 6)
    }

    @Test(arguments: [
        ("first-steps", "First steps"), ("Ümlaut's_\"best\"", "Ümlaut's \"best\""), ("a: b # c", "A: b # c"),
        ("tab\there", "Tab here"), ("null", "Null"),
    ])
    func titleComesFromTheName(name: String, title: String) throws {
        let text = try StarterNotebook(named: name).text
        let reading = NotebookReader(vocabulary: DigitDirectives.vocabulary).read(text, file: "a.md")
        #expect(reading.notebook?.frontMatter.title == title)
    }

    @Test func neverOverwrites() async throws {
        let session = try TestSession()
        try session.folder.write("mine", to: "first.md")
        #expect(await session.execute("init", "first") == .failed)
        #expect(session.folder.text("first.md") == "mine")
        #expect(
            session.standardError.text == """
                error: `first.md` is there already
                  It is left as it was; choose another name.

                """)
    }

    @Test(arguments: ["", ".", "..", "folder/", ".md"])
    func nameOfNoFileIsWrongUsage(name: String) async throws {
        let session = try TestSession()
        #expect(await session.execute("init", name) == .usage)
        #expect(session.folder.contents.isEmpty)
    }

    @Test func folderThatCannotBeMadeIsTold() async throws {
        let session = try TestSession()
        try session.folder.write("a file", to: "notes")
        #expect(await session.execute("init", "notes/first") == .failed)
        #expect(session.standardError.text.contains("notes` cannot be made: file exists"))
    }
}
