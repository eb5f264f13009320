/// A notebook's Markdown as an immutable tree: CommonMark with GitHub's tables, task lists, strikethrough,
/// autolinks and footnotes.
///
/// Nothing is judged here: raw HTML, `javascript:` links and remote images are data, and what becomes of them is
/// the renderer's decision.
package struct MarkdownDocument: Sendable, Equatable {
    /// The blocks at the top level, in the order of the file.
    package let blocks: [Block]
    /// The footnotes that the text refers to, in the order of their numbers.
    package let footnotes: [Footnote]

    init(blocks: [Block], footnotes: [Footnote]) {
        self.blocks = blocks
        self.footnotes = footnotes
    }

    /// The largest text that is parsed, in bytes of UTF-8.
    package static let maximumByteCount = 16 << 20
    /// The number of levels that blocks and inlines may lie within each other; a list and its item are two.
    package static let maximumDepth = 100

    /// Parses a text whose first line has the number `firstLine` in its file.
    ///
    /// Line endings may be LF, CR LF or CR; a leading byte order mark is skipped and NUL becomes U+FFFD. May be
    /// called from any thread; parses of several threads wait for one another.
    ///
    /// - Throws: `MarkdownError` where the text is nested too deeply or too large.
    package init(parsing text: String, firstLine: Int = 1) throws(MarkdownError) {
        self = try parseMarkdown(SourceLines(text, firstNumber: firstLine), byteCount: text.utf8.count)
    }

    /// Parses bytes of UTF-8, in which every malformed sequence becomes U+FFFD.
    ///
    /// - Throws: `MarkdownError` where the text is nested too deeply or too large.
    package init(parsing bytes: some Sequence<UInt8>, firstLine: Int = 1) throws(MarkdownError) {
        try self.init(parsing: String(decoding: Array(bytes), as: UTF8.self), firstLine: firstLine)
    }
}
