import NotebookSyntax
import Testing

/// Inline code that lacks the space behind its equals sign.
struct InlineValueTests {
    private static let cell = "```dataset d\n```\n\n"

    @Test(arguments: [
        ("`=d.images`", 3, "d.images"), ("`=\td.images`", 4, "d.images"), ("`=\u{A0}d.images`", 4, "d.images"),
        ("`=percent(d.images)`", 3, "percent(d.images)"), ("`=d.images - d.images`", 3, "d.images - d.images"),
        ("` = d.images`", 5, "d.images"), ("`=d.image`", 3, "d.image"), ("`=seed`", 3, "seed"),
    ])
    func missingSpaceIsAWarning(code: String, column: Int, expression: String) {
        let reading = NotebookReading(of: Self.cell + code)
        #expect(
            reading.lines == [
                "4:\(column) warning: the inline code is shown as it is: no ordinary space stands behind its equals sign "
                    + "| Put spaces: `` `= \(expression)` `` is the value."
            ])
        #expect(reading.notebook != nil)
    }

    @Test(arguments: [
        "`= d.images`", "`=  d.images`", "`=x`", "`=SUM(A1)`", "`==`", "`=`", "`=e.images`", "`d.images`",
        "`x=d.images`",
        "`=d`", "`= d.images - d.images`",
    ])
    func everythingElseIsCodeOrAValue(code: String) {
        #expect(NotebookReading(of: Self.cell + code).lines == [])
    }
}
