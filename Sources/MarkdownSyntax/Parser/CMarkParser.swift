import CCMarkGFM
import Synchronization

/// Held during a whole parse: registering and attaching extensions writes tables of the process.
private let parserLock = Mutex(())

/// Parses a text with cmark-gfm and lends the tree's root to `body`, after which the tree is freed.
func withParsedTree<Result, Failure: Error>(
    of text: String, _ body: (CMarkNode) throws(Failure) -> Result
) throws(Failure) -> Result where Result: Sendable {
    try parserLock.withLock { (_) throws(Failure) -> Result in
        cmark_gfm_core_extensions_ensure_registered()
        guard let parser = cmark_parser_new(CMARK_OPT_FOOTNOTES) else {
            preconditionFailure("cmark_parser_new aborts rather than returning NULL")
        }
        defer { cmark_parser_free(parser) }
        for name in ["table", "strikethrough", "autolink", "tasklist"] {
            let isAttached = cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
            precondition(isAttached != 0, "cmark-gfm-extensions has no \(name)")
        }
        var text = text
        text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
        }
        let tree = cmark_parser_finish(parser)
        defer { cmark_node_free(tree) }
        guard let root = CMarkNode(tree) else {
            preconditionFailure("cmark_parser_finish returns NULL only without a parser")
        }
        return try body(root)
    }
}

/// Parses lines into a tree of values.
func parseMarkdown(_ source: SourceLines, byteCount: Int) throws(MarkdownError) -> MarkdownDocument {
    guard byteCount <= MarkdownDocument.maximumByteCount else {
        throw .tooLarge(byteCount: byteCount, limit: MarkdownDocument.maximumByteCount)
    }
    return try withParsedTree(of: source.normalizedText) { (root) throws(MarkdownError) in
        var reader = TreeReader(source: source)
        return try reader.document(root)
    }
}
