import NotebookCore
import NotebookSyntax
import Testing

/// What is wrong with a line is told on that line, with the line as it should be.
struct YAMLMistakeTests {
    @Test(arguments: [
        // A missing colon, wherever YAML's own parser would notice it.
        ("data d", "3:1", "there is no colon behind `data`", "Write `data: d`."),
        ("data: d\nepochs 3\nshuffle: no", "4:1", "there is no colon behind `epochs`", "Write `epochs: 3`."),
        ("data: d\nepochs\nshuffle: no", "4:1", "there is no colon behind `epochs`", "Write `epochs: …`."),
        ("data: d\n  epochs 3", "4:3", "there is no colon behind `epochs`", "Write `epochs: 3`."),
        ("data: d\nepoch 3", "4:1", "there is no colon behind `epoch`", "Write `epochs: 3`."),
        // Something else in place of the colon or of the space behind it.
        ("data = d", "3:5", "‘=’ stands where a colon belongs", "Write `data: d`."),
        ("data: d\nepochs=3", "4:7", "‘=’ stands where a colon belongs", "Write `epochs: 3`."),
        ("data：d", "3:5", "‘：’ stands where a colon belongs", "Write `data: d`."),
        ("data:d", "3:6", "there is no space behind the colon of `data`", "Write `data: d`."),
        ("epochs: 3\ndata:d\nshuffle: no", "4:6", "there is no space behind the colon of `data`", "Write `data: d`."),
        (
            "data:\u{A0}d", "3:6", "a no-break space stands behind the colon of `data`",
            "Put an ordinary space there: `data: d`."
        ),
        (
            "epochs: 3\ndata:\u{202F}d", "4:6", "a no-break space stands behind the colon of `data`",
            "Put an ordinary space there: `data: d`."
        ),
        // What is opened and never closed.
        ("data: [d\nepochs: 3", "3:7", "the bracket is not closed", "End the value with `]`: `data: [d]`."),
        ("epochs: 3\ndata: [d, [e", "4:7", "the bracket is not closed", "End the value with `]]`: `data: [d, [e]]`."),
        (
            "data: d\ncaption: \"Curves\nepochs: 3", "4:10", "the quotation mark is not closed",
            "End the value with `\"`: `caption: \"Curves\"`."
        ),
        // Lines that begin where they must not.
        ("data: d\n  epochs: 3", "4:1", "`epochs` is indented deeper than the line above it", "Begin it below `data`."),
        ("\tdata: d", "3:1", "the line is indented with a tab", "Indent it with spaces."),
        ("data: d\n\u{A0}epochs: 3", "4:1", "the line is indented with a no-break space", "Indent it with spaces."),
        ("data: d\n---\nepochs: 3\n---", "4:1", "a line `---` stands among the options", "Take it out."),
    ])
    func lineIsToldWithItsRemedy(body: String, place: String, summary: String, remedy: String) {
        let lines = NotebookReading(of: "\n```train t\n\(body)\n```\n\n```dataset d\n```").lines
        #expect(lines == ["\(place) error: \(summary) | \(remedy)"])
    }

    @Test(arguments: [
        ("  - claim:x\n    reason: y", "4:11", "there is no space behind the colon of `claim`", "Write `claim: x`."),
        ("  - claim: x\n    reason y", "5:5", "there is no colon behind `reason`", "Write `reason: y`."),
        (
            "  - claim: x\n   reason: y", "5:1", "`reason` is not indented like the lines above it",
            "Begin it below one of them."
        ),
        ("  - {claim: x, reason: y\ncaption: z", "4:5", "the bracket is not closed", "End the value with `}`"),
    ])
    func linesWithinClaimsAreToldToo(body: String, place: String, summary: String, remedy: String) throws {
        let lines = NotebookReading(of: "\n```claims c\nclaims:\n\(body)\n```").lines
        #expect(lines.count == 1)
        #expect(try #require(lines.first).hasPrefix("\(place) error: \(summary) | \(remedy)"))
    }

    @Test func frontMatterIsToldOfAlike() {
        #expect(
            NotebookReading(of: "---\ntitle A report\nauthor: Ada\n---\nText.").lines == [
                "2:1 error: there is no colon behind `title` | Write `title: A report`."
            ])
    }

    @Test func fenceInsideACellSaysThatTheCellIsOpen() {
        let lines = NotebookReading(of: "```dataset d\nsize: 5\n\n```train t\ndata: d\n```\n").lines
        #expect(
            lines == [
                "4:1 error: a fence begins before the cell is closed | End the cell above it with a line ```."
            ])
    }

    @Test(arguments: [
        "data: d\ncaption: run 3 of a = b, see [1\nepochs: 3", "data: d\ncaption: |\n  epochs 3\n  data:d\nepochs: 3",
        "data: d\ncaption: 'it''s [open'\nepochs: 3", "data: d # epochs 3\nepochs:\t3", "\"data\": d\nepochs: !!int 3",
    ])
    func whatYAMLReadsIsNoMistake(body: String) {
        #expect(NotebookReading(of: "```dataset d\n```\n\n```train t\n\(body)\n```").lines == [])
    }
}
