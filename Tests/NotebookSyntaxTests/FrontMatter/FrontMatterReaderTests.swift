import NotebookCore
import NotebookSyntax
import Testing

struct FrontMatterReaderTests {
    private func frontMatter(_ lines: String) throws -> FrontMatter {
        let reading = NotebookReading(of: "---\n\(lines)\n---\nText.")
        #expect(reading.lines == [])
        return try #require(reading.notebook).frontMatter
    }

    @Test(
        arguments: ["title", "author", "date", "seed", "params", "toc", "theme"],
        ["", "~", "null", "Null", "NULL", "\"\"", "''", "\"  \"", "[]"])
    func emptyKeyIsAsIfItWereAbsent(key: String, value: String) throws {
        #expect(try frontMatter("\(key): \(value)") == FrontMatter())
    }

    @Test func wordsInQuotesAreWords() throws {
        #expect(try frontMatter("title: \"null\"\nauthor: '~'").title == "null")
        #expect(try frontMatter("title: \"null\"\nauthor: '~'").author == "~")
    }

    @Test func emptyAuthorsAreLeftOut() throws {
        #expect(try frontMatter("author: [Ada, ~, \"\", Grace]").author == "Ada, Grace")
        #expect(try frontMatter("author: [~, \"\"]").author == nil)
    }

    @Test func keysOfOtherProgramsAreOneWarning() {
        let reading = NotebookReading(of: "---\ndescription: x\ntitle: y\nlayout: post\ntags: [a, b]\n---\nText.")
        #expect(
            reading.lines == [
                "2:1 warning: `description`, `layout` and `tags` in the front matter have no effect "
                    + "| A notebook's front matter may have title, author, date, seed, params, toc, theme, lang and dir."
            ])
        #expect(reading.notebook?.frontMatter.title == "y")
    }

    @Test(arguments: [
        ("titel", "title"), ("authors", "author"), ("sed", "seed"), ("Theme", "theme"), ("param", "params"),
    ])
    func slipIsAnError(key: String, meant: String) {
        let reading = NotebookReading(of: "---\n\(key): x\n---\nText.")
        #expect(reading.lines == ["2:1 error: the front matter has no `\(key)` | Did you mean `\(meant)`?"])
    }

    @Test func emptyOptionsOfCells() throws {
        let cells = "```dataset d\ncaption: ~\nalt: ''\n```\n"
        let notebook = try #require(NotebookReading(of: cells).notebook)
        #expect(notebook.cells[0].presentation.caption == nil)
        #expect(notebook.cells[0].presentation.alternativeText == nil)
        #expect(
            NotebookReading(of: "```dataset d\nsize: ~\n```").lines == [
                "2:7 error: `size`: nothing stands here; whole number from 1 to 1000 is wanted"
            ])
        #expect(
            NotebookReading(of: "```train t\ndata:\nshuffle: null\noptimizer:\n```").diagnostics.map(\.summary)
                .allSatisfy {
                    $0.contains("nothing stands here")
                })
    }

    @Test func emptyParameterHasNoDefault() {
        #expect(
            NotebookReading(of: "---\nparams:\n  n: ~\n---\nText.").lines == [
                "3:3 error: the parameter `n` has no default "
                    + "| Write one behind the colon, so that the notebook runs as it is: `n: 5`."
            ])
    }
}
