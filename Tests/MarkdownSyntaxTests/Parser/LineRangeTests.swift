import MarkdownSyntax
import Testing

@Suite struct LineRangeTests {
    @Test(arguments: [
        ("a\nb\n\n\nc", [1...2, 5...5]),
        ("a\n===\nb", [1...2, 3...3]),
        ("a\n===\n\nb", [1...2, 4...4]),
        ("# a\nb\n---\nc", [1...1, 2...3, 4...4]),
        ("- a\n- b\n\n\n\nc", [1...2, 6...6]),
        ("- a\n\n  b\n1. c", [1...3, 4...4]),
        ("> a\n> b\n\n> c", [1...2, 4...4]),
        ("<div>\na\n</div>\n\nb", [1...3, 5...5]),
        ("<!-- a -->\nb", [1...1, 2...2]),
        ("| a |\n|--|\n| 1 |\n\nb", [1...3, 5...5]),
        ("a\n| b |\n|--|\n| 1 |", [1...1, 2...4]),
        ("a\nb\n| c |\n|--|\n\nd", [1...2, 3...4, 6...6]),
        ("a\n-->\n|--|\n| 1 |", [1...1, 2...4]),
        ("    a\n\n    b\n\nc", [1...3, 5...5]),
        ("a\n\n***\nb", [1...1, 3...3, 4...4]),
        ("```\n```\na", [1...2, 3...3]),
        ("a[^n]\n\n- b\n\n[^n]: c\n\nd", [1...1, 3...3, 7...7]),
        ("[r]: x\n\na [r]", [3...3]),
    ])
    func givesEachBlockItsLines(text: String, expected: [ClosedRange<Int>]) throws {
        #expect(try MarkdownDocument(parsing: text).blocks.map(\.lines) == expected)
    }

    @Test func rowsOfTablesKnowTheirLines() throws {
        let document = try MarkdownDocument(parsing: "a\n\nb\n| c |\n|--|\n| 1 |\n| 2 |")
        guard case .table(let table)? = document.blocks.last?.content else {
            Issue.record("no table")
            return
        }
        #expect(table.header.line == 4)
        #expect(table.rows.map(\.line) == [6, 7])
    }

    @Test func itemsKnowTheirLines() throws {
        let document = try MarkdownDocument(parsing: "a\n\n- b\n\n  c\n- d")
        guard case .list(let list)? = document.blocks.last?.content else {
            Issue.record("no list")
            return
        }
        #expect(list.items.map(\.line) == [3, 6])
    }

    @Test func footnotesKnowTheirLines() throws {
        let document = try MarkdownDocument(parsing: "a[^n]\n\n[^n]: b\n    c\n\nd", firstLine: 11)
        #expect(document.footnotes.map(\.lines) == [13...14])
    }

    @Test(arguments: [
        ("![a](b.png)", [SourcePosition(line: 1, column: 1)]),
        ("größe ![a](b.png)\n![c](d)", [SourcePosition(line: 1, column: 7), SourcePosition(line: 2, column: 1)]),
        ("> x\n> y ![a](b.png)", [SourcePosition(line: 2, column: 5)]),
        ("| a |\n|--|\n| ![b](c) |", [SourcePosition(line: 3, column: 3)]),
    ])
    func imagesKnowWhereTheyStand(text: String, expected: [SourcePosition]) throws {
        #expect(try MarkdownDocument(parsing: text).images.map(\.position) == expected)
    }
}
