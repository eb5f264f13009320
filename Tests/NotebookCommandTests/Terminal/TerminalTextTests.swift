import NotebookCommand
import Testing

struct TerminalTextTests {
    @Test(arguments: [
        ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("数字", 4), ("👩‍🔬", 2), ("❤️", 2), ("a\u{200B}b", 2), ("━", 1),
    ])
    func columnsAreThoseOfTheTerminal(text: String, columns: Int) {
        #expect(text.terminalColumns == columns)
    }

    @Test(arguments: [
        ("baseline", 8, "baseline"), ("baseline", 7, "baseli…"), ("数字数字", 5, "数字…"), ("数字数字", 4, "数…"),
        ("abc", 1, "…"), ("abc", 0, ""),
    ])
    func truncationFits(text: String, columns: Int, expected: String) {
        #expect(text.truncated(toColumns: columns) == expected)
        #expect(text.truncated(toColumns: columns).terminalColumns <= columns)
    }

    @Test func paddingCountsColumns() {
        #expect("数".padded(toColumns: 4) == "数  ")
        #expect("long".padded(toColumns: 2) == "long")
    }

    @Test func controlsBecomeSpaces() {
        #expect("a\u{1B}[31mb\nc\u{7}\u{9B}d".withoutControls == "a [31mb c  d")
    }

    @Test func wrappingKeepsParagraphsAndLongWords() {
        #expect(
            "one two three\n\nincomprehensibilities a".wrapped(toColumns: 9, indent: "  ")
                == "  one two\n  three\n\n  incomprehensibilities\n  a")
    }
}

struct StyledLineTests {
    private let plain = TextStyle(isEnabled: false)

    @Test func coloursTakeNoColumns() {
        var line = StyledLine("✓ ", .success)
        line.append("done")
        #expect(line.columns == 6)
        #expect(line.text(TextStyle(isEnabled: true)) == "\u{1B}[32m✓ \u{1B}[0mdone")
        #expect(line.text(plain) == "✓ done")
    }

    @Test(arguments: [(6, "✓ done"), (5, "✓ do…"), (3, "✓ …"), (2, "✓…"), (0, "")])
    func truncationCrossesPieces(columns: Int, expected: String) {
        var line = StyledLine("✓ ", .success)
        line.append("done")
        #expect(line.text(plain, columns: columns) == expected)
    }
}
