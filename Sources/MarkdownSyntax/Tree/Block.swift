/// A block of the document: a paragraph, a heading, a code block, a table …
package struct Block: Sendable, Equatable {
    /// What the block is.
    package let content: Content
    /// The lines of the file that the block covers.
    ///
    /// Exact for code blocks at the top level. The first line of every other block is right, its last line may
    /// reach over link definitions that follow the block.
    package let lines: ClosedRange<Int>

    /// The kinds of block.
    package indirect enum Content: Sendable, Equatable {
        /// Text that stands by itself.
        case paragraph([Inline])
        /// A heading; its level lies in 1...6.
        case heading(level: Int, [Inline])
        /// A line across the page.
        case thematicBreak
        /// Fenced or indented code.
        case code(CodeBlock)
        /// A quotation.
        case quote([Block])
        /// A bulleted or numbered list.
        case list(List)
        /// A table with a header row.
        case table(Table)
        /// Raw HTML, unparsed, with its final line ending.
        case html(String)
    }
}
