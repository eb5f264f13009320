import NotebookSyntax
import Testing

/// A value that is missing is told with the cell that would publish it, and never with another cell's value.
struct MissingValueTests {
    private static let cells = """
        ```dataset d
        ```

        ```train fast
        data: d
        ```

        ```train medium
        data: d
        ```

        ```evaluate
        runs: fast
        ```


        """

    @Test(arguments: [
        // A cell is wanted.
        ("medium.test.accuracy", "Add an `evaluate` cell with `runs: medium`."),
        ("medium.train.accuracy", "Add an `evaluate` cell with `runs: medium` and `split: train`."),
        ("medium.test.class.1.errors", "Add an `evaluate` cell with `runs: medium`."),
        ("fast.train.accuracy", "Add `train` to the `split` of evaluate (line 12)."),
        ("slow.test.accuracy", "No cell has the label `slow`: add it, and an `evaluate` cell with `runs: slow`."),
        ("fast-2.accuracy", "No cell has the label `fast-2`: add ```` ```train fast-2 ````."),
        ("fast.rate", "train `fast` on line 4 does not publish it as it is: Only of fast runs."),
        (
            "fast.test.class.7.errors",
            "`fast.test.class.0.errors` is published, and others like it, but not this number."
        ),
        // A slip.
        ("fast.test.acuracy", "Did you mean `fast.test.accuracy`?"),
        ("fast.tset.accuracy", "Did you mean `fast.test.accuracy`?"),
        ("fats.test.accuracy", "Did you mean `fast.test.accuracy`?"),
        ("mediun.accuracy", "Did you mean `medium.accuracy`?"),
        ("medium.test.acuracy", "Did you mean `medium.test.accuracy`? Add an `evaluate` cell with `runs: medium`."),
        ("fast.errors", "It could be `fast.test.class.0.errors`, `fast.test.class.1.errors`."),
        // A minus sign.
        ("fast.accuracy-medium.accuracy", "Put spaces around the minus sign: `fast.accuracy - medium.accuracy`."),
        (
            "fast.test.accuracy-medium.test.accuracy",
            "Put spaces around the minus sign: `fast.test.accuracy - medium.test.accuracy`."
        ),
        // Neither.
        ("fast.foo", "`notebook directives` says what each cell publishes; train `fast` on line 4 does not."),
        ("foo.bar", "No cell has the label `foo`; `notebook directives` says what each cell publishes."),
    ])
    func remedyNamesTheCellOrTheSlip(path: String, remedy: String) {
        #expect(
            NotebookReading(of: Self.cells + "`= \(path)`").lines == [
                "16:4 error: no cell publishes `\(path)` | \(remedy)"
            ])
    }

    @Test(arguments: ["medium.test.accuracy", "run-2.test.accuracy", "b.test.accuracy", "fast2.test.accuracy"])
    func anotherCellsValueIsNeverOffered(path: String) {
        let cells =
            Self.cells
            + "```train run-1\ndata: d\n```\n\n```train a\ndata: d\n```\n\n```evaluate\nruns: [run-1, a]\n```\n\n"
        let text = NotebookReading(of: cells + "`= \(path)`").messages
        #expect(text.contains("no cell publishes `\(path)`"))
        #expect(!text.contains("Did you mean"), "\(text)")
    }

    @Test func whatOneCellWouldPublishIsToldOnce() {
        let prose = "`= medium.test.accuracy` `= medium.test.class.0.errors`\n\n`= medium.test.accuracy` `= medium.foo`"
        #expect(
            NotebookReading(of: Self.cells + prose).lines == [
                "16:4 error: no cell publishes `medium.test.accuracy` | Add an `evaluate` cell with `runs: medium`. "
                    + "| 2 more follow from this, on lines 16 and 18.",
                "18:29 error: no cell publishes `medium.foo` | `notebook directives` says what each cell publishes; "
                    + "train `medium` on line 8 does not.",
            ])
    }

    @Test func missingCellIsToldOnceWithAllThatNeedsIt() {
        let text =
            "```evaluate\nruns: slow\n```\n\n```train t\ndata: e\nafter: slow\n```\n\n`= slow.accuracy` `= slow.test.accuracy`"
        #expect(
            NotebookReading(of: text).lines == [
                "2:7 error: no cell has the label `slow` | It could be `t`. | 2 more follow from this, on lines 7 and 10.",
                "6:7 error: no cell has the label `e` | Add a cell that makes it: ```` ```dataset e ````.",
            ])
    }

    @Test func faultOfACellTakesItsConsequencesAlong() {
        let text =
            "```dataset d\nsize: 0\n```\n\n```train t\ndata: d\n```\n\n```evaluate\nruns: [t]\nsplit: all\n```\n\n`= d.images` `= t.test.accuracy` `= u.test.accuracy`"
        #expect(
            NotebookReading(of: text).lines == [
                "2:7 error: `size`: 0 is out of range | Write a whole number from 1 to 1000. "
                    + "| 2 more follow from this, on lines 6 and 14.",
                "11:8 error: `split`: ‘all’ is none of train or test | 2 more follow from this, on line 14.",
            ])
    }

    @Test func parametersAndTheSeedAreOffered() {
        let text = "---\nparams: {epochs: 3}\n---\n`= params.epoch` `= params.rate` `= sed`"
        #expect(
            NotebookReading(of: text).lines == [
                "4:4 error: no cell publishes `params.epoch` | Did you mean `params.epochs`?",
                "4:21 error: no cell publishes `params.rate` | Declare `rate` under `params:` in the front matter.",
                "4:37 error: no cell publishes `sed` | Did you mean `seed`?",
            ])
    }
}
