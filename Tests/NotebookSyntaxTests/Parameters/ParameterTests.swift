import NotebookCore
import NotebookSyntax
import Testing

struct ParameterTests {
    private func read(_ text: String, _ settings: [ParameterSetting] = []) -> NotebookReading {
        NotebookReader(vocabulary: fakeVocabulary)
            .read(text, file: "n.md", overrides: NotebookOverrides(parameters: settings))
    }

    /// All diagnostics of the notebook as a user reads them.
    private func messages(_ text: String, _ settings: [ParameterSetting] = []) -> String {
        let reading = read(text, settings)
        let writer = DiagnosticText(file: "n.md", source: reading.source, isStyled: false)
        return reading.diagnostics.map(writer.text).joined(separator: "\n")
    }

    @Test(
        arguments: [
            ("20", .integer), ("10_000", .integer), ("0.5", .number), ("1e-3", .number), ("20%", .number),
            ("no", .boolean), ("On", .boolean), ("adam", .text), ("''", .text), ("28x28x1", .text),
        ] as [(String, Parameter.Kind)])
    func plainDefaultTellsItsKind(text: String, kind: Parameter.Kind) throws {
        let notebook = try #require(read("---\nparams:\n  p: \(text)\n---\nText").notebook)
        #expect(notebook.frontMatter.parameters.map(\.kind) == [kind])
    }

    @Test func declaredTypeWinsOverTheSpellingOfTheDefault() throws {
        let notebook = try #require(
            read(
                """
                ---
                params:
                  rate: {type: number, default: 1}
                  name: {type: text, default: 7}
                  size:
                    default: 10
                ---
                ```dataset d
                size: $size
                ```
                """, [ParameterSetting("rate", "0.5"), ParameterSetting("name", "seven")]
            ).notebook)
        #expect(notebook.frontMatter.parameters.map(\.kind) == [.number, .text, .integer])
        #expect(notebook.frontMatter.parameters.map(\.text) == ["0.5", "seven", "10"])
        #expect(notebook.frontMatter.parameters.map(\.isSet) == [true, true, false])
        #expect(notebook.cells[0].usedParameters == ["size": "10"])
    }

    @Test(arguments: [
        (
            "  p: {type: integer, default: 0.5}",
            """
            n.md:3:31: error: the default ‘0.5’ is not a whole number, as `type: integer` says
             3 |   p: {type: integer, default: 0.5}
               |                               ^~~
              Change one of the two.
            """
        ),
        (
            "  p: {type: interger, default: 5}",
            """
            n.md:3:13: error: ‘interger’ is none of integer, number, boolean or text
             3 |   p: {type: interger, default: 5}
               |             ^~~~~~~~
              Did you mean `integer`?
            """
        ),
        (
            "  p: {type: integer}",
            """
            n.md:3:3: error: the parameter `p` has no default
             3 |   p: {type: integer}
               |   ^
              Add `default: …`, so that the notebook runs as it is.
            """
        ),
        (
            "  p: {typ: integer, default: 5}",
            """
            n.md:3:7: error: a parameter has no `typ`
             3 |   p: {typ: integer, default: 5}
               |       ^~~
              Did you mean `type`?
            """
        ),
        (
            "  P: 5",
            """
            n.md:3:3: error: ‘P’ is no name for a parameter
             3 |   P: 5
               |   ^
              Names are lower-case words joined by hyphens: `learning-rate`.
            """
        ),
    ])
    func explainsMistakesOfDeclarations(line: String, message: String) {
        #expect(messages("---\nparams:\n\(line)\n---\nText") == message)
    }

    @Test(arguments: [
        (
            ParameterSetting("rates", "1"),
            """
            n.md:2:1: error: `-P rates=1` sets a parameter that the notebook does not declare
             2 | params:
               | ^~~~~~
              Did you mean `-P rate=…`?
            """
        ),
        (
            ParameterSetting("rate", "fast"),
            """
            n.md:3:9: error: `-P rate=fast` is not a number, as `rate` has to be
             3 |   rate: 0.1
               |         ^~~
            """
        ),
        (
            ParameterSetting("seeds", "1", origin: .sweep(values: ["1", "2"])),
            """
            n.md:2:1: error: `--sweep seeds=1,2` sets a parameter that the notebook does not declare
             2 | params:
               | ^~~~~~
              It declares `rate`.
            """
        ),
        (
            ParameterSetting("rate", "fast", origin: .sweep(values: ["1", "fast"])),
            """
            n.md:3:9: error: `--sweep rate=1,fast`: ‘fast’ is not a number, as `rate` has to be
             3 |   rate: 0.1
               |         ^~~
            """
        ),
    ])
    func refusesUndeclaredAndMistypedSettings(setting: ParameterSetting, message: String) {
        let text = "---\nparams:\n  rate: 0.1\n---\nText"
        #expect(messages(text, [setting]) == message)
        #expect(read(text, [setting]).notebook == nil)
    }

    @Test func lastSettingWins() throws {
        let notebook = try #require(
            read("---\nparams:\n  p: 1\n---\nText", [ParameterSetting("p", "2"), ParameterSetting("p", "3")]).notebook)
        #expect(notebook.frontMatter.parameters.map(\.text) == ["3"])
    }

    @Test func numberReadsPercentagesAndGroups() throws {
        let notebook = try #require(
            read("---\nparams:\n  a: 20%\n  b: 10_000\n  c: yes\n  d: {type: text, default: 5}\n---\nText").notebook)
        #expect(notebook.frontMatter.parameters.map(\.number) == [0.2, 10_000, nil, nil])
    }
}
