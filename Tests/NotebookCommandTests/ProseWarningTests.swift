import Foundation
import Testing

/// `check` warns of what `run` warns of, in the same words, and `run` says it once.
struct ProseWarningTests {
    private let program: Program

    init() throws {
        program = try Program()
    }

    /// What is wrong with the prose around two cells that show a table and a figure.
    private static let notebook = """
        # Results

        ![gone](gone.png) [x](#nope) [y](#nope) [j](javascript:x) ![w](https://example.org/a.png)

        [a](#main) [b](#results) [c](#tbl-net) [d](#fig-net) [e](#cell-net) [f](#main) [g](#tbl-net-x) [h](#cell-net-2)

        ![small](text.png)

        ```model net
        hidden: [4]
        ```

        ```model hidden
        hidden: [4]
        output: no
        ```

        [i](#tbl-hidden)

        """

    private static let warnings = [
        "n.md:3:1: warning: there is no image file `gone.png`",
        "n.md:3:19: warning: no heading, figure or table has the anchor `#nope`",
        "n.md:3:41: warning: a page does not follow `javascript:` links",
        "n.md:3:59: warning: the image is on the web and becomes a link, since a page loads nothing",
        "n.md:5:40: warning: no heading, figure or table has the anchor `#fig-net`",
        "n.md:5:80: warning: no heading, figure or table has the anchor `#tbl-net-x`",
        "n.md:5:96: warning: no heading, figure or table has the anchor `#cell-net-2`",
        "n.md:7:1: warning: `text.png` is no picture that browsers show",
        "n.md:18:1: warning: no heading, figure or table has the anchor `#tbl-hidden`",
    ]

    private func told(_ text: String) -> [String] {
        text.split(separator: "\n").map(String.init).filter { $0.contains("warning:") }
    }

    @Test func checkAndRunTellTheSameOnce() throws {
        try program.folder.write(Self.notebook, to: "n.md")
        try program.folder.write("no picture", to: "text.png")
        let check = try program.run(["check", "n.md"])
        #expect(check.code == 0)
        #expect(told(check.standardError) == Self.warnings)
        let run = try program.run(["run", "n.md"])
        #expect(run.code == 0)
        #expect(told(run.standardError) == Self.warnings)
        #expect(run.standardError.hasPrefix(check.standardError))
        #expect(try program.run(["run", "n.md", "--quiet"]).standardError == "")
    }

    @Test func sweepTellsOnceForAllRuns() throws {
        try program.folder.write(
            "---\nparams: {n: 4}\n---\n![gone](gone.png)\n\n```model net\nhidden: [$n]\n```\n", to: "n.md")
        let sweep = try program.run(["run", "n.md", "--sweep", "n=1,2"])
        #expect(sweep.code == 0)
        #expect(told(sweep.standardError).count == 1)
    }

    /// How many figures a cell has only a run can tell.
    @Test func figureThatARunDoesNotGiveIsToldThen() throws {
        try program.folder.write("[a](#tbl-net-2) [b](#tbl-net)\n\n```model net\nhidden: [4]\n```\n", to: "n.md")
        #expect(told(try program.run(["check", "n.md"]).standardError) == [])
        #expect(
            told(try program.run(["run", "n.md"]).standardError) == [
                "n.md:1:1: warning: no heading, figure or table has the anchor `#tbl-net-2`"
            ])
    }

    @Test func figuresOfAFailedCellAreNotCalledMissing() throws {
        try program.folder.write(
            "[a](#fig-explore-data-1)\n\n```dataset d\n```\n\n```explore-data\ndata: d\n```\n", to: "n.md")
        let run = try program.run(["run", "n.md", "--data", "nope"])
        #expect(run.code == 1)
        #expect(told(run.standardError) == [])
    }

    @Test func invalidNotebookIsToldItsWarningsToo() throws {
        try program.folder.write("![gone](gone.png) [a](#tbl-net)\n\n```model net\nhiden: [4]\n```\n", to: "n.md")
        let check = try program.run(["check", "n.md"])
        #expect(check.code == 2)
        #expect(told(check.standardError) == ["n.md:1:1: warning: there is no image file `gone.png`"])
        #expect(check.standardError.contains("n.md:4:1: error: model has no option `hiden`"))
    }
}
