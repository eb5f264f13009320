import MarkdownSyntax
import Testing

@Suite struct CodeBlockTests {
    private func onlyCode(in text: String, firstLine: Int = 1) throws -> CodeBlock {
        let blocks = try MarkdownDocument(parsing: text, firstLine: firstLine).codeBlocks
        try #require(blocks.count == 1)
        return blocks[0]
    }

    @Test func namesThePlaceOfEachWordOfTheInfoString() throws {
        let code = try onlyCode(in: "text\n\n```train  baseline third\nmodel: cnn\nepochs: 2\n```\n")
        #expect(code.info.map(\.text) == ["train", "baseline", "third"])
        #expect(code.info.map(\.position.line) == [3, 3, 3])
        #expect(code.info.map(\.position.column) == [4, 11, 20])
        #expect(code.literal == "model: cnn\nepochs: 2\n")
        #expect(code.bodyLine == 4)
        #expect(code.isTopLevelFence)
    }

    @Test func countsColumnsInScalars() throws {
        let code = try onlyCode(in: "~~~ größe 数 x\n~~~")
        #expect(code.info.map(\.position.column) == [5, 11, 13])
    }

    @Test func keepsTheInfoStringAsTheFileHasIt() throws {
        #expect(try onlyCode(in: "```plot&amp;x a\\_b\n```").info.map(\.text) == ["plot&amp;x", "a\\_b"])
    }

    @Test func countsLinesFromTheFirstLineGiven() throws {
        let text = "\n```sh\nx\n```"
        let document = try MarkdownDocument(parsing: text, firstLine: 9)
        #expect(document.blocks.map(\.lines) == [10...12])
        #expect(document.codeBlocks.map(\.bodyLine) == [11])
        #expect(document.codeBlocks.first?.info.first?.position == SourcePosition(line: 10, column: 4))
    }

    @Test(arguments: [
        ("```\na\n```", "a\n", 3),
        ("````markdown\n```train x\n```\n````", "```train x\n```\n", 4),
        ("~~~~\n```\n~~~\n~~~~~", "```\n~~~\n", 4),
        ("```\n``\n```` ", "``\n", 3),
        ("```\n```\n", "", 3),
        ("```\n\n\n```", "\n\n", 3),
        ("```\n    ```\n```", "    ```\n", 3),
        ("```\na\t b \n```", "a\t b \n", 3),
        ("```\n&amp; \\* <b>\n```", "&amp; \\* <b>\n", 3),
    ])
    func takesTheBodyBetweenTheFences(text: String, literal: String, length: Int) throws {
        let code = try onlyCode(in: text)
        #expect(code.literal == literal)
        #expect(code.fence?.length == length)
        #expect(code.fence?.isClosed == true)
    }

    @Test(arguments: ["```x\n", "```x\na\n\nb", "```x\na\n``", "```x\na\n~~~", "```x"])
    func tellsThatAFenceIsNotClosed(text: String) throws {
        let code = try onlyCode(in: text)
        #expect(code.fence?.isClosed == false)
        #expect(
            code.literal
                == text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst()
                .joined(separator: "\n").withFinalLineEnding)
    }

    @Test func ordinaryTextAfterAnUnclosedFenceBelongsToIt() throws {
        let document = try MarkdownDocument(parsing: "a\n\n```x\nb\n\n# c\n")
        #expect(document.blocks.map(\.lines) == [1...1, 3...6])
    }

    @Test func removesTheIndentationOfTheFenceAndStillFindsPlaces() throws {
        let code = try onlyCode(in: "  ```train a\n  x: 1\n y: 2\n    z: 3\n  ```")
        #expect(code.literal == "x: 1\ny: 2\n  z: 3\n")
        #expect(code.fence?.position == SourcePosition(line: 1, column: 3))
        let places = [(1, 1), (2, 4), (3, 3)].map { SourcePosition(line: $0, column: $1) }
        #expect(
            places.map(code.filePosition(ofLiteral:))
                == [(2, 3), (3, 5), (4, 5)].map { SourcePosition(line: $0, column: $1) })
    }

    @Test(arguments: [
        ("> text\n> ```train a\n> x: 1\n> ```", CodeBlock.Container.quote, 2, 6),
        ("- item\n\n  ```train a\n  x: 1\n  ```", .listItem, 3, 6),
        ("1. > ```train a\n   > x: 1\n   > ```", .quote, 1, 9),
        ("> - ~~~train a\n>   x: 1\n>   ~~~", .listItem, 1, 8),
        ("a[^n]\n\n[^n]: b\n\n    ```train a\n    x: 1\n    ```", .footnote, 5, 8),
    ])
    func namesWhatANestedFenceLiesIn(text: String, container: CodeBlock.Container, line: Int, column: Int) throws {
        let code = try onlyCode(in: text)
        #expect(code.container == container)
        #expect(!code.isTopLevelFence)
        #expect(code.info.map(\.text) == ["train", "a"])
        #expect(code.info.first?.position == SourcePosition(line: line, column: column))
        #expect(code.literal == "x: 1\n")
        #expect(code.bodyLine == line + 1)
        #expect(code.fence?.isClosed == true)
    }

    @Test func aNestedFenceThatEndsWithItsContainerIsNotClosed() throws {
        let code = try onlyCode(in: "> ```train\n> x: 1\n\nafter")
        #expect(code.fence?.isClosed == false)
    }

    @Test func indentedCodeHasNoFence() throws {
        let code = try onlyCode(in: "a\n\n    train x\n")
        #expect(code.fence == nil)
        #expect(code.info.isEmpty)
        #expect(code.bodyLine == 3)
        #expect(!code.isTopLevelFence)
    }

    @Test(arguments: ["\n", "\r\n", "\r"])
    func readsAllLineEndings(ending: String) throws {
        let text = ["# a", "", "```train x", "y: 1", "", "z: 2", "```", "b"].joined(separator: ending)
        let document = try MarkdownDocument(parsing: text)
        #expect(document.codeBlocks.map(\.literal) == ["y: 1\n\nz: 2\n"])
        #expect(document.blocks.map(\.lines) == [1...1, 3...7, 8...8])
    }

    @Test func skipsAByteOrderMark() throws {
        let document = try MarkdownDocument(parsing: [0xEF, 0xBB, 0xBF] + Array("```train x\n```".utf8))
        #expect(document.codeBlocks.first?.info.first?.position == SourcePosition(line: 1, column: 4))
    }

    @Test func replacesNulAndMalformedBytes() throws {
        let document = try MarkdownDocument(parsing: Array("```\na\0b".utf8) + [0xFF] + Array("c\n```\n\n\0d".utf8))
        #expect(outline(document) == "code[](\"a\u{FFFD}b\u{FFFD}c\\n\") p(\u{FFFD}d)")
    }
}

extension String {
    fileprivate var withFinalLineEnding: String { isEmpty || hasSuffix("\n") ? self : self + "\n" }
}
