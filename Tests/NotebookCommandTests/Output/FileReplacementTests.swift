import Foundation
import NotebookCommand
import TemporaryFolders
import Testing

struct FileReplacementTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func file(_ path: String) -> OutputFile { OutputFile(path: path, in: folder.url) }

    @Test func preparingMakesFoldersAndLeavesNothingElse() throws {
        try FileReplacement.prepare([file("a/b/page.html"), file("a/b/page.json")])
        #expect(folder.contents == ["a", "a/b"])
    }

    @Test func preparingLeavesPreviousFilesAlone() throws {
        try folder.write("previous", to: "page.html")
        try FileReplacement.prepare([file("page.html")])
        #expect(folder.text("page.html") == "previous")
    }

    @Test func writesAllFiles() throws {
        try folder.write("previous, and longer than what follows", to: "page.html")
        let data = Data((0..<200_000).map { UInt8(truncatingIfNeeded: $0 % 251) })
        try FileReplacement.write([(file("page.html"), Data("new".utf8)), (file("page.json"), data)])
        #expect(folder.contents == ["page.html", "page.json"])
        #expect(folder.text("page.html") == "new")
        #expect(try Data(contentsOf: file("page.json").url) == data)
    }

    @Test func failureLeavesThePreviousFilesAndNothingTemporary() throws {
        try folder.write("previous", to: "page.html")
        let missing = file("no-such-folder/page.json")
        #expect(
            throws: CommandProblem(
                "`no-such-folder/page.json` cannot be written: no such file or directory",
                remedy: "Name a folder that you can write to with `--output-dir`.", status: .failed)
        ) {
            try FileReplacement.write([(file("page.html"), Data("new".utf8)), (missing, Data())])
        }
        #expect(folder.contents == ["page.html"])
        #expect(folder.text("page.html") == "previous")
    }

    @Test func folderInTheWayIsFoundBeforehand() throws {
        try folder.makeFolder("page.html")
        #expect(reason("page.html") == "`page.html` cannot be written: there is a folder of that name")
    }

    @Test func deviceIsNeverReplaced() {
        #expect(reason("/dev/null") == "`/dev/null` cannot be written: it is a device")
    }

    @Test func fileInsteadOfFolderIsNamed() throws {
        try folder.write("", to: "output")
        #expect(
            reason("output/a/b.html") == "`output/a/b.html` cannot be written: `\(folder.url.path)/output` is no folder"
        )
    }

    @Test func folderThatCannotBeMadeIsNamed() {
        #expect(
            reason("/proc/output/b.html")
                == "`/proc/output/b.html` cannot be written: the folder `/proc/output` cannot be made: "
                + "no such file or directory")
    }

    private func reason(_ path: String) -> String? {
        do {
            try FileReplacement.prepare([file(path)])
            return nil
        } catch {
            return error.summary
        }
    }
}
