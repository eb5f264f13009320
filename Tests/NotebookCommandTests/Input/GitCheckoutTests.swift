import Foundation
import TemporaryFolders
import Testing

@testable import NotebookCommand

struct GitCheckoutTests {
    private static let commit = String(repeating: "0123456789", count: 4)

    private func folder() throws -> TemporaryFolder { try TemporaryFolder() }

    @Test func isNilOutsideOfARepository() throws {
        let folder = try folder()
        #expect(GitCheckout.commit(around: folder.url) == nil)
    }

    @Test(arguments: [
        ["HEAD": commit], ["HEAD": "ref: refs/heads/main\n", "refs/heads/main": commit + "\n"],
        ["HEAD": "ref: refs/heads/a/b\n", "packed-refs": "# pack-refs\n\(commit) refs/heads/a/b\n"],
    ])
    func readsHEADAndWhatItRefersTo(files: [String: String]) throws {
        let folder = try folder()
        for (name, text) in files { try folder.write(text, to: ".git/" + name) }
        try folder.write("text", to: "notebooks/deep/n.md")
        #expect(GitCheckout.commit(around: folder.url.appending(path: "notebooks/deep")) == Self.commit)
    }

    @Test func followsAWorktreeToItsRepository() throws {
        let folder = try folder()
        try folder.write("gitdir: ../main/.git/worktrees/w\n", to: "w/.git")
        try folder.write("ref: refs/heads/w\n", to: "main/.git/worktrees/w/HEAD")
        try folder.write("../..\n", to: "main/.git/worktrees/w/commondir")
        try folder.write(Self.commit + "\n", to: "main/.git/refs/heads/w")
        #expect(GitCheckout.commit(around: folder.url.appending(path: "w")) == Self.commit)
    }

    @Test(arguments: ["", "ref: refs/heads/none", "something else"])
    func nothingElseIsACommit(head: String) throws {
        let folder = try folder()
        try folder.write(head, to: ".git/HEAD")
        #expect(GitCheckout.commit(around: folder.url) == nil)
    }
}
