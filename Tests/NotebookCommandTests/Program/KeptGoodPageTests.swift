import Testing

/// A page or a sweep that is good is never replaced by one of failed runs; one that is not is.
struct KeptGoodPageTests {
    private let program: Program

    init() throws {
        program = try Program()
    }

    private static let good = "---\nparams: {n: 1}\n---\n```model net\nhidden: [$n]\n```\n"
    private static let failing =
        good + "\n```dataset digits\nsource: synthetic\nvalidation: 0\ntraining-limit: 20\ntest-limit: 10\n```\n\n"
        + "```explore-data\ndata: digits\nsplit: validation\n```\n"

    private func run(_ text: String, _ arguments: String...) throws -> Int32 {
        try program.folder.write(text, to: "a.md")
        return try program.run(["run", "a.md"] + arguments).code
    }

    @Test func failedRunLeavesAGoodPage() throws {
        #expect(try run(Self.good) == 0)
        let page = program.folder.text("output/a.html")
        #expect(try run(Self.failing) == 1)
        #expect(program.folder.text("output/a.html") == page)
    }

    @Test func anyRunReplacesThePageOfAFailedOne() throws {
        #expect(try run(Self.failing) == 1)
        let failed = try #require(program.folder.text("output/a.html"))
        #expect(
            try run(
                "# New words\n\n"
                    + Self.failing.replacing("---\nparams: {n: 1}\n---\n", with: "").replacing("$n", with: "1")) == 1)
        #expect(program.folder.text("output/a.html")?.contains("New words") == true)
        #expect(try run(Self.good) == 0)
        #expect(program.folder.text("output/a.html") != failed)
    }

    @Test func failedSweepLeavesAGoodOne() throws {
        #expect(try run(Self.good, "--sweep", "n=1,2") == 0)
        let index = program.folder.text("output/a/index.html")
        #expect(try run(Self.failing, "--sweep", "n=1,2") == 1)
        #expect(index != nil && program.folder.text("output/a/index.html") == index)
    }
}
