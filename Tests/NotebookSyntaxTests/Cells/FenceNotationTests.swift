import NotebookCore
import NotebookSyntax
import Testing

/// A cell that is written as other tools want it is refused with the form that it should have, never shown as plain code.
struct FenceNotationTests {
    private func reading(_ info: String) -> NotebookReading {
        NotebookReading(of: "```dataset d\n```\n\n```\(info)\ndata: d\n```\n\nSee `= a.accuracy`.")
    }

    @Test(arguments: [
        // R Markdown, Quarto, MyST
        "{train a}", "{train} a", "{train, label=a}", "{train a, echo=FALSE}", "{ train a }", "{{train}} a",
        // Pandoc
        "{.train #a}", "{#a .train}", "{.train #a .wide epochs=3}", ".train a", ".train #a",
        // Quotes and punctuation
        "\"train\" a", "'train' a", "“train” a", "«train» a", "train: a", "train:a", "train, a", "train; a", "@train a",
        "#train a", "<train> a", "[train](a)", "train(a)", "train=a", "train{a}",
        // Spelling
        "Train a", "TRAIN a", "language-train a", "train\u{A0}a", "_train_ a",
    ])
    func foreignNotationIsAnErrorWithTheRightForm(info: String) throws {
        let reading = reading(info)
        #expect(reading.notebook == nil)
        #expect(reading.diagnostics.count == 1)
        let diagnostic = try #require(reading.diagnostics.first)
        #expect(diagnostic.location?.line == 4)
        #expect(diagnostic.summary.hasPrefix("there is no directive `"))
        let remedy = try #require(diagnostic.remedy)
        #expect(remedy.hasPrefix("Did you mean `train`? Write ```` ```train a ````"))
        // What needs the cell is no fault of its own.
        #expect(diagnostic.consequences.map(\.line) == [8])
    }

    @Test(arguments: [
        ("{train a, epochs=3}", ", and each option on a line below it: `option: value`."),
        ("{train}", "```train LABEL ````."),
        ("{evaluate}", "Write ```` ```evaluate ````."),
    ])
    func remedyKnowsOptionsAndLabels(info: String, ending: String) throws {
        let diagnostic = try #require(reading(info).diagnostics.first { $0.location?.line == 4 })
        #expect(diagnostic.remedy?.hasSuffix(ending) == true, "\(diagnostic.remedy ?? "")")
    }

    @Test(arguments: [
        "swift", "python train.py", "{python train}", "{r train, echo=FALSE}", "train.py", "src/train", "sh", "mermaid",
        "{.python .train}", "{=html}", "{code-cell} train", "console", "trainer.yaml", "no-train", "data", "text",
    ])
    func otherCodeStaysCode(info: String) {
        let reading = NotebookReading(of: "```\(info)\ncode()\n```")
        #expect(reading.diagnostics.isEmpty)
        #expect(reading.notebook?.cells.isEmpty == true)
    }

    @Test(arguments: [("plot_runs", "plot-runs"), ("plotRuns", "plot-runs"), ("Plot Runs", "plot-runs")])
    func wordsAreJoinedByHyphens(info: String, name: String) throws {
        let reader = NotebookReader(vocabulary: Vocabulary([PlotRunsDirective.self]))
        let diagnostic = try #require(reader.read("```\(info)\n```", file: "n.md").diagnostics.first)
        #expect(diagnostic.remedy == "Did you mean `\(name)`? Write ```` ```\(name) ````.")
    }

    @Test(arguments: [
        ("train #a", "‘#a’ is no label", "Did you mean ```` ```train a ````?"),
        ("train {#a}", "‘{#a}’ is no label", "Did you mean ```` ```train a ````?"),
        ("train label=a", "‘label=a’ is no label", "Did you mean ```` ```train a ````?"),
        ("train epochs=3", "‘epochs=3’ is no label", "Options go below, one `option: value` a line."),
        ("train a epochs=3", "‘epochs=3’ stands behind the label", "options go below it."),
    ])
    func labelsAreTakenFromOtherNotationsToo(info: String, summary: String, remedy: String) throws {
        let diagnostics = reading(info).diagnostics.filter { $0.location?.line == 4 }
        #expect(diagnostics.map(\.summary) == [summary])
        #expect(diagnostics.first?.remedy?.hasSuffix(remedy) == true)
    }

    @Test(arguments: [
        ("#| label: x", "A cell's label stands behind the directive: ```` ```train x ````."),
        ("#| epochs: 3", "Write `epochs: 3`, without `#|`."), ("//| epochs: 3", "Write `epochs: 3`, without `//|`."),
        ("%%| epochs: 3", "Write `epochs: 3`, without `%%|`."), ("#|epochs: 3", "Write `epochs: 3`, without `#|`."),
    ])
    func optionsInCommentsAreTold(line: String, remedy: String) {
        let reading = NotebookReading(
            of: "```dataset d\n```\n\n```train a\ndata: d\n\(line)\n#| epochs: 4\n# a comment\n```")
        #expect(
            reading.lines == [
                "6:1 error: an option stands in a comment, where it has no effect | \(remedy) "
                    + "| 1 more follows from this, on line 7."
            ])
    }
}

/// A directive whose name has two words.
private struct PlotRunsDirective: Directive {
    static let name = "plot-runs"
    static let summary = ""
    static let example = ""
    static let version = 1
    static let options: [any AnyOption] = []

    init(_ arguments: DirectiveArguments) {}

    func run(in context: CellContext) -> CellResult { CellResult() }
}
