import NotebookCore
import NotebookSyntax
import Testing

struct ParameterFileTests {
    /// What is wrong with a file for a notebook that declares `rate` and `epochs`, as a user reads it.
    private func messages(_ text: String) -> String {
        let file = ParameterFile(text)
        let reading = NotebookReader(vocabulary: fakeVocabulary).read(
            "---\nparams:\n  rate: 0.1\n  epochs: 2\n---\nText", file: "n.md",
            overrides: NotebookOverrides(parameters: file.settings))
        let writer = DiagnosticText(file: "p.yml", source: file.source, isStyled: false)
        #expect(reading.diagnostics.isEmpty)
        #expect((reading.notebook == nil) == !reading.parameterFileDiagnostics.isEmpty)
        return (file.diagnostics + reading.parameterFileDiagnostics).map(writer.text).joined(separator: "\n")
    }

    @Test func readsValuesWithTheirRawText() {
        let file = ParameterFile("# faster\nrate: 1e-3\nepochs: \"7\"\n")
        #expect(file.diagnostics.isEmpty)
        #expect(file.settings.map(\.name) == ["rate", "epochs"])
        #expect(file.settings.map(\.text) == ["1e-3", "7"])
        #expect(messages("rate: 1e-3\n").isEmpty)
        #expect(messages("").isEmpty)
    }

    @Test(arguments: ["\n", "\r\n", "\r"])
    func byteOrderMarkIsSkipped(ending: String) {
        let file = ParameterFile("\u{FEFF}rate: 0.2\(ending)epochs: 3\(ending)")
        #expect(file.diagnostics.isEmpty)
        #expect(file.settings.map(\.name) == ["rate", "epochs"])
        #expect(ParameterFile("\u{FEFF}rate: 0.2").settings.map(\.name) == ["rate"])
        #expect(ParameterFile("\u{FEFF}").diagnostics.isEmpty)
    }

    @Test(arguments: ["", "~", "null"])
    func emptyValueLeavesTheParameterAsItIs(value: String) {
        let file = ParameterFile("rate: \(value)\nepochs: 3\n")
        #expect(file.diagnostics.isEmpty)
        #expect(file.settings.map(\.name) == ["epochs"])
    }

    @Test(arguments: [
        (
            "rate 0.2\nepochs: 3\n",
            """
            p.yml:1:1: error: there is no colon behind `rate`
             1 | rate 0.2
               | ^~~~
              Write `rate: 0.2`.
            """
        ),
        (
            "\u{FEFF}rate: 0.2\nepochs:3\n",
            """
            p.yml:2:8: error: there is no space behind the colon of `epochs`
             2 | epochs:3
               |        ^
              Write `epochs: 3`.
            """
        ),
        (
            "rate: 0.2\nepoch: 3\n",
            """
            p.yml:2:1: error: `n.md` declares no parameter `epoch`
             2 | epoch: 3
               | ^~~~~
              Did you mean `epochs`?
            """
        ),
        (
            "epochs: 2.5\n",
            """
            p.yml:1:9: error: ‘2.5’ is not a whole number, as `epochs` has to be
             1 | epochs: 2.5
               |         ^~~
              The notebook could allow it: `epochs: {type: number, default: 2}`.
            """
        ),
        (
            "epochs: [1, 2]\n",
            """
            p.yml:1:9: error: a list stands where a number, yes or no, or text is wanted
             1 | epochs: [1, 2]
               |         ^
            """
        ),
        (
            "epochs: 1\nepochs: 2\n",
            """
            p.yml:1:1: error: `epochs` stands here more than once
             1 | epochs: 1
               | ^
              Keep one of them.
            """
        ),
        (
            "- rate\n",
            """
            p.yml:1:1: error: the file is not a list of options
             1 | - rate
               | ^
              Write one `option: value` a line.
            """
        ),
    ])
    func explainsMistakesInTheirPlace(text: String, message: String) {
        #expect(messages(text) == message)
    }
}
