import Foundation
import MarkdownSyntax
import NotebookCommand
import NotebookCore
import TemporaryFolders
import Testing

struct NotebookSourceTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test func readsTextRelativeToTheFolder() throws {
        try folder.write("# Grüße\r\n", to: "notebooks/a.md")
        let source = try NotebookSource(reading: "notebooks/a.md", in: folder.url)
        #expect(source.text == "# Grüße\r\n")
        #expect(source.file == "notebooks/a.md")
        #expect(source.folder.path == folder.url.appendingPathComponent("notebooks").path)
    }

    @Test func missingFileSuggestsItsNeighbour() throws {
        try folder.write("", to: "notebooks/report.md")
        #expect(
            message("notebooks/reprot.md") == """
                notebooks/reprot.md: error: there is no such file
                  Did you mean `notebooks/report.md`?
                """)
    }

    @Test func missingExtensionIsSuggested() throws {
        try folder.write("", to: "report.md")
        #expect(message("report") == "report: error: there is no such file\n  Did you mean `report.md`?")
    }

    @Test func missingFileWithoutNeighboursTellsWherePathsBegin() {
        #expect(
            message("report.md") == """
                report.md: error: there is no such file
                  Paths are relative to the folder in which the command is run.
                """)
    }

    @Test func missingFolderIsNamed() {
        #expect(
            message("nootbooks/report.md") == """
                nootbooks/report.md: error: there is no such file, nor a folder `nootbooks`
                  Paths are relative to the folder in which the command is run.
                """)
    }

    @Test func folderNamesTheNotebooksInIt() throws {
        try folder.write("", to: "notebooks/report.md")
        #expect(
            message("notebooks/") == """
                notebooks/: error: this is a folder, not a notebook
                  Name a file in it, such as `notebooks/report.md`.
                """)
    }

    @Test func emptyNameIsNoNotebook() {
        #expect(message("") == ": error: the name of the file is empty\n  Name a Markdown file.")
    }

    @Test func deviceIsNoNotebook() {
        #expect(message("/dev/null") == "/dev/null: error: this is a device, not a notebook\n  Name a Markdown file.")
    }

    @Test func latin1IsToldWithPlaceAndRemedy() throws {
        try folder.write(Data("# Title\nä caf".utf8) + [0xE9, 0x0A], to: "a.md")
        #expect(
            message("a.md") == """
                a.md:2:6: error: the file is not UTF-8: byte 0xE9 at offset 14
                 2 | ä caf\u{FFFD}
                   |      ^
                  Save it as UTF-8, or convert it: `iconv -f LATIN1 -t UTF-8`.
                """)
    }

    @Test func utf16IsRecognised() throws {
        try folder.write(Data([0xFF, 0xFE, 0x23, 0x00]), to: "a.md")
        #expect(message("a.md")?.contains("`iconv -f UTF-16 -t UTF-8`") == true)
    }

    @Test(.enabled(if: geteuid() != 0, "the superuser may read everything"))
    func forbiddenFileTellsHowToPermitIt() throws {
        try folder.write("", to: "a.md")
        chmod(folder.url.appendingPathComponent("a.md").path, 0)
        #expect(
            message("a.md") == """
                a.md: error: you are not permitted to read this file
                  Whoever owns it can permit it: `chmod a+r a.md`.
                """)
    }

    /// What the user reads where `file` cannot be taken; nil where it can.
    private func message(_ file: String) -> String? {
        do {
            _ = try NotebookSource(reading: file, in: folder.url)
            return nil
        } catch {
            return DiagnosticText(file: file, source: error.lines, isStyled: false).text(for: error.diagnostic)
        }
    }
}
