import NotebookSyntax
import Testing

/// A block of code with the options of a cell is told of, ordinary code is not.
struct LookalikeBlockTests {
    private func lines(_ info: String, _ body: String) -> [String] {
        NotebookReading(of: "```dataset d\n```\n\n```\(info)\n\(body)\n```").lines
    }

    @Test(arguments: [
        ("fit", "data: d\nepochs: 3"), ("fit", "data: e"), ("fit a", "data: d"),
        ("plot-loss", "optimizer: adam\nepochs: 3"),
        ("{fit}", "data: d\nepochs: 3"), ("fit", "data: d\ncolor: red"), ("fit", "# first\ndata: d\nepochs:\n  - 3"),
    ])
    func unknownWordAboveOptionsIsAWarning(info: String, body: String) throws {
        let lines = lines(info, body)
        #expect(lines.count == 1)
        let line = try #require(lines.first)
        #expect(line.hasPrefix("4:4 warning: there is no directive `"), "\(line)")
        #expect(line.contains("Its options are those of `train`: did you mean ```` ```train"), "\(line)")
    }

    @Test func blockWithoutAWordIsOneIfItNamesACell() {
        #expect(
            lines("", "data: d\nepochs: 3") == [
                "4:1 warning: the block has options, but no directive | Its options are those of `train`: "
                    + "did you mean ```` ```train ````?"
            ])
    }

    @Test func blockWhoseLabelIsMentionedIsAnError() {
        let reading = NotebookReading(
            of: "```dataset d\n```\n\n```fit a\ndata: d\n```\n\n`= a.accuracy`, `= a.accuracy`")
        #expect(reading.notebook == nil)
        #expect(reading.diagnostics.count == 1)
        #expect(reading.lines.first?.hasSuffix("2 more follow from this, on line 8.") == true)
    }

    @Test(arguments: [
        ("yaml", "data: d\nepochs: 3"), ("YAML", "data: d"), ("toml", "data = 3"), ("", "data: e\nepochs: 3"),
        ("fit", "print(data)"), ("fit", "data: d\nprint(data)"), ("http", "data: d"),
        ("fit", "Host: x\nAccept: y\ndata: z"),
        ("fit", ""), ("fit", "- data: d"), ("fit", "size: 3"), ("fit.yaml", "data: d"),
    ])
    func ordinaryCodeIsNone(info: String, body: String) {
        #expect(lines(info, body) == [])
    }
}
