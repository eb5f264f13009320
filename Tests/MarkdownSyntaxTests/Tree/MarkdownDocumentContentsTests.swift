import MarkdownSyntax
import Testing

@Suite struct MarkdownDocumentContentsTests {
    private let text = """
        # `h` ![1](a)

        > ```q
        > ```
        > - *`l`*
        >
        >   ~~~i
        >   ~~~

        | [`t`](x) ![2](b) |
        |---|
        | ~~`u`~~[^n] |

        ```top
        ```

        [^n]: `f`

            ```note
            ```
        """

    @Test func findsEverythingWhereverItLies() throws {
        let document = try MarkdownDocument(parsing: text)
        #expect(document.codeBlocks.flatMap(\.info).map(\.text) == ["q", "i", "top", "note"])
        #expect(document.inlineCode.map(\.literal) == ["h", "l", "t", "u", "f"])
        #expect(document.images.map(\.source) == ["a", "b"])
    }

    @Test func equalTextsGiveEqualTrees() throws {
        #expect(try MarkdownDocument(parsing: text) == MarkdownDocument(parsing: text))
        #expect(try MarkdownDocument(parsing: text) != MarkdownDocument(parsing: text, firstLine: 2))
    }
}
