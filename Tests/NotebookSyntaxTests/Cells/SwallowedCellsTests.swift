import NotebookSyntax
import Testing

/// Where Markdown takes a cell for something else, its author is told.
struct SwallowedCellsTests {
    private static let cell = "```dataset d\nsize: 5\n```\n"
    private static let indented = "    ```dataset d\n    size: 5\n    ```\n"

    @Test(arguments: [
        ("<details>\n\(cell)</details>\n", "2:1", "the dataset cell stands inside HTML, where it does not run"),
        ("<div>\n<p>\n\(cell)", "3:1", "the dataset cell stands inside HTML, where it does not run"),
        ("Text.\n\(indented)", "2:5", "the dataset cell is not fenced and does not run"),
        ("``dataset d\nsize: 5\n``\n", "1:1", "the dataset cell is not fenced and does not run"),
        (":::{dataset} d\nsize: 5\n:::\n", "1:1", "the dataset cell is not fenced and does not run"),
        ("::: dataset\nsize: 5\n:::\n", "1:1", "the dataset cell is not fenced and does not run"),
        (
            "```swift\nlet x = 1\n\n\(cell)", "1:1",
            "the block of code is not closed before the dataset cell on line 4, which does not run"
        ),
        (
            "````markdown\nText\n\n\(cell)", "1:1",
            "the block of code is not closed before the dataset cell on line 4, which does not run"
        ),
        (
            "```markdown\n\(cell)```\n", "1:1",
            "the block of code is not closed before the dataset cell on line 2, which does not run"
        ),
        (
            "~~~\n~~~~dataset d\n~~~~\n", "1:1",
            "the block of code is not closed before the dataset cell on line 2, which does not run"
        ),
        ("> ```{dataset} d\n> ```\n", "1:6", "a dataset cell stands inside a quote, where it does not run"),
        ("- x\n\n  ```Dataset d\n  ```\n", "3:6", "a dataset cell stands inside a list, where it does not run"),
    ])
    func cellThatWasMeantIsAnError(text: String, place: String, summary: String) throws {
        let reading = NotebookReading(of: text)
        #expect(reading.notebook == nil)
        #expect(reading.lines.count == 1)
        #expect(try #require(reading.lines.first).hasPrefix("\(place) error: \(summary) | "), "\(reading.lines)")
    }

    @Test(arguments: [
        ("Text.\n\n\(indented)", "3:5", "the dataset cell is indented by four spaces or more and shown as code"),
        ("<!--\n\(cell)-->\n", "2:1", "the dataset cell stands inside an HTML comment and does not run"),
    ])
    func cellThatMayBeMeantToRestIsAWarning(text: String, place: String, summary: String) throws {
        let reading = NotebookReading(of: text)
        #expect(reading.notebook?.cells.isEmpty == true)
        #expect(try #require(reading.lines.first).hasPrefix("\(place) warning: \(summary) | "), "\(reading.lines)")
        // Where something needs it, it was meant.
        let needing = NotebookReading(of: text + "\n```train t\ndata: d\n```\n")
        #expect(needing.notebook == nil)
        #expect(needing.lines.count == 1)
        #expect(try #require(needing.lines.first).hasPrefix("\(place) error: \(summary) | "), "\(needing.lines)")
    }

    @Test func severalInOneBlockAreToldOnce() {
        let reading = NotebookReading(of: "````\n\(Self.cell)\n```train t\ndata: d\n```\n")
        #expect(reading.diagnostics.count == 1)
        #expect(reading.diagnostics.first?.consequences.map(\.line) == [6])
    }

    @Test(arguments: [
        "````markdown\n\(cell)````\n", "~~~markdown\n\(cell)~~~\n", "~~~~\n~~~dataset d\n~~~\n~~~~\n",
        "> ````markdown\n> ```dataset d\n> ```\n> ````\n", "Write ```` ```dataset d ```` to begin.\n",
        "```dataset``` is a directive.\n", "Text ``` dataset ``` text\n", "```\n    ```swift\n    ```\n",
        "<details>\n\n\(cell)\n</details>\n", "~~~dataset d\n~~~\n", "| `dataset` |\n|--|\n| ``dataset d`` |\n",
    ])
    func whatIsShownOrRunsIsLetBe(text: String) {
        #expect(NotebookReading(of: text).lines == [])
    }
}
