/// Why a text cannot be read as a notebook's Markdown. Every other text can.
package enum MarkdownError: Error, Equatable, CustomStringConvertible {
    /// Blocks and inlines lie within each other deeper than a page could show.
    case nestedTooDeeply(line: Int, limit: Int)
    /// The text is larger than any notebook.
    case tooLarge(byteCount: Int, limit: Int)

    /// What is wrong and what to write instead, without the place.
    package var description: String {
        switch self {
        case .nestedTooDeeply(_, let limit):
            "quotes, lists and emphasis lie more than \(limit) levels within each other; write them less deeply nested"
        case .tooLarge(let byteCount, let limit):
            "the text has \(byteCount) bytes, more than the \(limit) that a notebook may have; split it"
        }
    }
}
