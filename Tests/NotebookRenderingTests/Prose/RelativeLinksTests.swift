import Foundation
import NotebookRendering
import Testing

struct RelativeLinksTests {
    @Test(arguments: [
        ("data.csv", "../data.csv"), ("sub/notes.md#a", "../sub/notes.md#a"), ("a%20b.csv?x=1", "../a%20b.csv?x=1"),
        ("#here", "#here"), ("/etc/a", "/etc/a"), ("//host/a", "//host/a"),
        ("https://example.org/a", "https://example.org/a"),
        ("mailto:a@example.org", "mailto:a@example.org"), ("", ""), ("javascript:a", "javascript:a"),
    ])
    func leadFromTheOutputToTheNotebook(destination: String, address: String) {
        let links = RelativeLinks(from: URL(filePath: "/nowhere/n/output"), to: URL(filePath: "/nowhere/n"))
        #expect(links.address(destination) == address)
    }

    @Test func stayWhereOutputAndNotebookShareAFolder() {
        let links = RelativeLinks(from: URL(filePath: "/nowhere/n"), to: URL(filePath: "/nowhere/n"))
        #expect(links.address("data.csv") == "data.csv")
    }

    @Test func foldersOnTheWayAreEncoded() {
        let links = RelativeLinks(from: URL(filePath: "/nowhere/out"), to: URL(filePath: "/nowhere/a b"))
        #expect(links.address("data.csv") == "../a%20b/data.csv")
    }
}
