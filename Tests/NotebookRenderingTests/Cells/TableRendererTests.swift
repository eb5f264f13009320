import NotebookCore
import Testing

@testable import NotebookRendering

struct TableRendererTests {
    private func markup(_ columns: [Table.Column], _ rows: [Table.Cell]...) -> String {
        TableRenderer(table: Table(title: "t", columns: columns, rows: rows)).element.markup
    }

    @Test(
        arguments: [
            ([.leading, .trailing, .trailing], "numbers"), ([.trailing, .trailing], "numbers trailing-1"),
            ([.leading, .trailing, .leading, .center], "trailing-2 center-4"), ([.trailing], "trailing-1"),
            ([.leading, .leading], nil),
        ] as [([Table.Column.Alignment], String?)])
    func tablesSayToWhichSideTheirColumnsAlign(alignments: [Table.Column.Alignment], classes: String?) {
        let table = markup(alignments.map { Table.Column("a", $0) }, alignments.map { _ in .number(1, .integer) })
        #expect(table.contains(classes.map { "<table class=\"\($0)\">" } ?? "<table>"))
        #expect(table.contains("<td>1</td>"))
    }

    @Test func headingsSayWhatTheyAreWhereTheirPlaceDoesNot() {
        let columns: [Table.Column] = [.init("a", .leading), .init("b")]
        let plain = markup(columns, [.text("x"), .number(1, .integer)], [.text("y"), .missing])
        #expect(plain.contains("<th>a</th>") && plain.contains("<th>x</th>") && !plain.contains("scope"))
        let mixed = markup(columns, [.text("x"), .number(1, .integer)], [.missing, .missing])
        #expect(mixed.contains("<th>a</th>") && mixed.contains("<th scope=\"row\">x</th>"))
        let corner = markup([.init("", .leading), .init("b")], [.text("x"), .missing])
        #expect(corner.contains("<td></td>") && corner.contains("<th scope=\"col\">b</th>"))
        #expect(corner.contains("<th scope=\"row\">x</th>"))
    }

    @Test func stackedRowsHaveTheTitlesOfTheirColumnsFromTheStyleOrTheirCells() {
        let claims = markup(ClaimsDirective.columns, [.text("x"), .missing, .missing, .verdict(.reproduced)])
        #expect(
            claims.contains("<table class=\"stacks claims\">") && !claims.contains("data-title"))
        for title in ["Reported", "Measured", "Verdict"] {
            #expect(Stylesheet.tables.contains("content:\"\(title)\""))
        }
        let other = markup([.init("a", .leading), .init("b", .leading)], [.text("x"), .verdict(.measured)])
        #expect(other.contains("<td data-title=\"b\"><b class=\"measured\">measured</b></td>"))
    }

    @Test func sharesTellTheirCountsAndInterval() throws {
        let share = Proportion(successes: 9_908, trials: 10_000)
        let table = markup([.init("a")], [.proportion(share, decimals: 2, showsInterval: true)])
        #expect(
            table.contains(
                "<td title=\"9,908 of 10,000\">99.08\u{202F}% <small>98.87–99.25</small></td>"))
        let counted = markup(
            [.init("Images"), .init("a")],
            [.number(10_000, .integer), .proportion(share, decimals: 2, showsInterval: false)])
        #expect(counted.contains("<td>99.08\u{202F}%</td>"))
    }
}
