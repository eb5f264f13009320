import NotebookCore
import NotebookSyntax
import Testing

struct NotebookReaderTests {
    private func read(_ text: String, _ overrides: NotebookOverrides = NotebookOverrides()) -> NotebookReading {
        NotebookReader(vocabulary: fakeVocabulary).read(text, file: "n.md", overrides: overrides)
    }

    /// All diagnostics as a user reads them.
    private func messages(_ text: String, _ overrides: NotebookOverrides = NotebookOverrides()) -> String {
        let reading = read(text, overrides)
        let writer = DiagnosticText(file: "n.md", source: reading.source, isStyled: false)
        return reading.diagnostics.map(writer.text).joined(separator: "\n")
    }

    @Test func readsCellsOptionsAndFrontMatter() throws {
        let reading = read(
            """
            ---
            title: A report
            author: [Ada, Grace]
            seed: 7
            toc: off
            theme: dark
            params:
              rate: 0.01
            ---
            Prose with `= digits.images` and `code`.

            ```dataset digits
            size: 20
            ```

            ```train baseline
            data: digits
            learning-rate: $rate
            dropout: 20%
            shuffle: no
            caption: "<Curves>"
            ```

            ```swift
            let x = 1
            ```
            """)
        #expect(reading.diagnostics.isEmpty)
        let notebook = try #require(reading.notebook)
        #expect(notebook.frontMatter.title == "A report")
        #expect(notebook.frontMatter.author == "Ada, Grace")
        #expect(notebook.frontMatter.seed == 7)
        #expect(!notebook.frontMatter.showsContents)
        #expect(notebook.frontMatter.theme == .dark)
        #expect(notebook.cells.map(\.id) == ["digits", "baseline"])
        #expect(notebook.cells.map(\.lines) == [12...14, 16...22])
        #expect(
            notebook.cells[1].canonicalOptions == [
                "data": "digits", "learning-rate": "0.01", "dropout": "0.2", "shuffle": "no",
            ])
        #expect(notebook.cells[1].usedParameters == ["rate": "0.01"])
        #expect(notebook.cells[1].presentation.caption == "<Curves>")
        #expect(notebook.inlineValues.keys.sorted() == ["= digits.images"])
    }

    @Test func leavesDefaultsOutOfCanonicalOptions() throws {
        let notebook = try #require(
            read("```dataset d\nsize: 10\n```\n\n```train t\ndata: d\ndropout: 0.5\nlearning-rate: 1e-3\n```").notebook)
        #expect(notebook.cells[0].canonicalOptions.isEmpty)
        #expect(notebook.cells[1].canonicalOptions == ["data": "d"])
    }

    @Test func overridesParametersAndSeed() throws {
        let text = "---\nparams:\n  n: 10\n---\n```dataset d\nsize: $n\n```"
        let notebook = try #require(
            read(text, NotebookOverrides(parameters: [ParameterSetting("n", "33")], seed: 5)).notebook)
        #expect(notebook.frontMatter.seed == 5)
        #expect(notebook.cells[0].canonicalOptions == ["size": "33"])
    }

    @Test(arguments: [
        (
            "```plot\n```\n```trian x\n```",
            """
            n.md:3:4: error: there is no directive `trian`
             3 | ```trian x
               |    ^~~~~
              Did you mean `train`?
            """
        ),
        (
            "```dataset d\nsizes: 5\n```",
            """
            n.md:2:1: error: dataset has no option `sizes`
             2 | sizes: 5
               | ^~~~~
              Did you mean `size`?
            """
        ),
        (
            "```dataset d\nsize: 0\n```",
            """
            n.md:2:7: error: `size`: 0 is out of range
             2 | size: 0
               |       ^
              Write a whole number from 1 to 1000.
            """
        ),
        (
            "```dataset d\nsize: many\n```",
            """
            n.md:2:7: error: `size`: ‘many’ is not a whole number from 1 to 1000
             2 | size: many
               |       ^~~~
            """
        ),
        (
            "```dataset d\n```\n```train t\ndata: d\ndropout: 150%\n```",
            """
            n.md:5:10: error: `dropout`: 150% is out of range
             5 | dropout: 150%
               |          ^~~~
              Write a share from 0 % to below 100 % (`20%` or `0.2`).
            """
        ),
        (
            "```dataset d\n```\n```train t\ndata: d\noptimizer: adma\n```",
            """
            n.md:5:12: error: `optimizer`: ‘adma’ is none of adam or sgd
             5 | optimizer: adma
               |            ^~~~
              Did you mean `adam`?
            """
        ),
        (
            "```train t\ndata: digits\n```",
            """
            n.md:2:7: error: no cell has the label `digits`
             2 | data: digits
               |       ^~~~~~
              Add a cell that makes it: ```` ```dataset digits ````.
            """
        ),
        (
            "```dataset d\n```\n```train t\n```",
            """
            n.md:3:4: error: train needs `data`
             3 | ```train t
               |    ^~~~~
              `notebook directives train` lists its options.
            """
        ),
        (
            "```dataset\n```",
            """
            n.md:1:4: error: dataset needs a label
             1 | ```dataset
               |    ^~~~~~~
              Write it behind the directive, such as ```` ```dataset NAME ````.
            """
        ),
        (
            "```dataset d\n```\n\n```dataset d\n```",
            """
            n.md:4:12: error: the label `d` is taken by the cell on line 1
             4 | ```dataset d
               |            ^
              Give one of the two another label.
            """
        ),
        (
            "- item\n\n  ```dataset d\n  ```",
            """
            n.md:3:6: error: a dataset cell stands inside a list, where it does not run
             3 |   ```dataset d
               |      ^~~~~~~
              Move it out to the left margin, or show it inside a longer ```` ````markdown ```` fence.
            """
        ),
        (
            "```dataset d\n```\n```train t\ndata: d\n```\nSee `= t.precision`.",
            """
            n.md:6:8: error: no cell publishes `t.precision`
             6 | See `= t.precision`.
               |        ^~~~~~~~~~~
              It is called `t.accuracy` now.
            """
        ),
        (
            "```dataset d\n```\nSee `= d.image`.",
            """
            n.md:3:8: error: no cell publishes `d.image`
             3 | See `= d.image`.
               |        ^~~~~~~
              Did you mean `d.images`?
            """
        ),
        (
            "```dataset d\nsize: 5\nsize: 6\n```",
            """
            n.md:2:1: error: `size` stands here more than once
             2 | size: 5
               | ^
              Keep one of them.
            """
        ),
        (
            "```dataset d\nsize: 5\n",
            """
            n.md:1:4: error: the cell is not closed
             1 | ```dataset d
               |    ^~~~~~~
              End it with a line of 3 ```.
            """
        ),
        (
            "---\ntitel: x\n---\n",
            """
            n.md:2:1: error: the front matter has no `titel`
             2 | titel: x
               | ^~~~~
              Did you mean `title`?
            """
        ),
        (
            "---\ntitle: x\n",
            """
            n.md:1:1: error: the front matter is not closed
             1 | ---
               | ^~~
              End it with a line `---`.
            """
        ),
        (
            "```dataset d\nsize: $n\n```",
            """
            n.md:2:7: error: `size`: the notebook declares no parameter `n`
             2 | size: $n
               |       ^~
              Declare it under `params:` in the front matter.
            """
        ),
        (
            "```dataset d\n```\n```train a\ndata: d\nafter: b\n```\n```train b\ndata: d\nafter: a\n```",
            """
            n.md:3:1: error: cells wait for each other: a → b → a
             3 | ```train a
               | ^~~~~~~~
              Break the circle in one of them.
            """
        ),
        (
            "```dataset d\n```\n```train t\ndata: d\nafter: d\n```",
            """
            n.md:5:8: error: `d` is a dataset cell, which makes no trained run
             5 | after: d
               |        ^
              It could be `t`.
            """
        ),
        (
            "",
            """
            n.md: error: the notebook is empty
              Write some Markdown; `notebook directives` lists the cells that it may hold.
            """
        ),
    ])
    func explainsMistakes(text: String, message: String) {
        #expect(messages(text) == message)
        #expect(read(text).notebook == nil)
    }

    @Test func reportsEverythingAtOnceInTheOrderOfTheFile() {
        let reading = read(
            """
            ```train t
            data: nothing
            epochs: 0
            colour: red
            ```

            See `= 1 +`.

            > ```dataset d
            > ```

            ```clams
            ```
            """)
        #expect(reading.diagnostics.map { $0.location?.line } == [3, 4, 7, 9, 12])
    }

    @Test func letsLabelsOfBrokenCellsBeMentioned() {
        let reading = read("```dataset d\nsize: 0\n```\n```train t\ndata: d\n```\n`= t.accuracy`, `= d.images`")
        #expect(reading.diagnostics.count == 1)
    }

    @Test func showsDirectivesInsideLongerFencesWithoutRunningThem() throws {
        let notebook = try #require(read("````markdown\n```dataset d\n```\n````").notebook)
        #expect(notebook.cells.isEmpty)
    }

    @Test(arguments: [
        "```dataset d\n" + String(repeating: "[", count: 50_000) + "\n```",
        "```dataset d\n" + String(repeating: "- ", count: 50_000) + "\n```",
        "```dataset d\na: &a [1, 1]\nb: &b [*a, *a, *a]\nc: [*b, *b]\n```",
        "```dataset d\n\tsize: 1\n```", "```dataset d\nsize: \"\n```", "```dataset d\n? [a]\n: b\n```",
        "```dataset d\njust text\n```", "---\n- a\n---\n", "---\nparams: 5\n---\n", "---\nseed: -1\n---\n",
        "```dataset d\nsize: [1, 2]\n```", "```dataset d\nsize: {a: 1}\n```", "```dataset d e\n```",
        "```dataset D_\n```",
        "```claims\nclaims: []\n```", "```claims\nclaims:\n  - claim: x\n```", "```claims\nclaims:\n  - 5\n```",
    ])
    func refusesOddInputWithoutCrashing(text: String) {
        let reading = read(text)
        #expect(reading.notebook == nil)
        #expect(reading.diagnostics.allSatisfy { !$0.summary.isEmpty })
    }
}
