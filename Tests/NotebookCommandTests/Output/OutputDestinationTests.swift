import Foundation
import NotebookCommand
import Testing

struct OutputDestinationTests {
    private let folder = URL(fileURLWithPath: "/work", isDirectory: true)

    @Test(arguments: [
        (OutputDestination.folder("output"), "notebooks/report.md", "output/report.html", "output/report.json"),
        (.folder("output/"), "a.b.md", "output/a.b.html", "output/a.b.json"),
        (.folder("/tmp"), "/notebooks/x", "/tmp/x.html", "/tmp/x.json"),
        (.folder("."), "x.md", "./x.html", "./x.json"),
        (.page("site/index.html"), "x.md", "site/index.html", "site/index.json"),
        (.page("page"), "x.md", "page", "page.json"),
        (.page("v1.2/page"), "x.md", "v1.2/page", "v1.2/page.json"),
        (.page(".hidden"), "x.md", ".hidden", ".hidden.json"),
    ])
    func namesPageAndRecord(destination: OutputDestination, notebook: String, page: String, record: String) throws {
        let files = try destination.files(for: [notebook], in: folder)
        #expect(files.map(\.page.path) == [page])
        #expect(files.map(\.record.path) == [record])
    }

    @Test(arguments: [
        (
            OutputDestination.folder("output"), ["a/report.md", "b/report.md"],
            "`a/report.md` and `b/report.md` would both be written to `output/report.html`",
            "Rename one of them, or run them one by one, each with its own `--output-dir`."
        ),
        (.folder("output"), ["a.md", "./a.md"], "`./a.md` is named twice", "Name it once."),
        (
            .folder("."), ["page.html"], "the output of `page.html` would replace the notebook `page.html`",
            "Name another place with `--output-dir`."
        ),
        (
            .page("x.json"), ["x.md"], "the page and the record would both be `x.json`",
            "Name the page `….html`."
        ),
        (.page("site/"), ["x.md"], "`--output site/` names a folder", "Name the page, or use `--output-dir site/`."),
    ])
    func clashesAreWrongUsage(destination: OutputDestination, notebooks: [String], summary: String, remedy: String) {
        #expect(throws: CommandProblem(summary, remedy: remedy, status: .usage)) {
            try destination.files(for: notebooks, in: folder)
        }
    }
}
