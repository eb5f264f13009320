/// A piece of a paragraph, heading or table cell.
package indirect enum Inline: Sendable, Equatable {
    /// Plain text, entities and escapes decoded. No two stand next to each other.
    case text(String)
    /// An end of line in the source, which shows as a space.
    case softBreak
    /// An end of line that was asked for.
    case lineBreak
    /// Inline code; an inline value where the literal begins with `= `.
    case code(InlineCode)
    /// `*emphasis*`
    case emphasis([Inline])
    /// `**strong**`
    case strong([Inline])
    /// `~~struck~~`
    case strikethrough([Inline])
    /// A link, written out or found in the text.
    case link(Link)
    /// An image.
    case image(Image)
    /// A raw HTML tag or comment, unparsed.
    case html(String)
    /// A reference to a footnote.
    case footnoteReference(FootnoteReference)

    /// A link.
    package struct Link: Sendable, Equatable {
        /// Where it leads, as written: any scheme, relative or empty. Not safe to follow unseen.
        package let destination: String
        /// The title; empty where there is none.
        package let title: String
        /// What shows.
        package let content: [Inline]
        /// Where the link begins; where that was not found, the start of its line.
        package let position: SourcePosition

        /// - Parameter position: Left out for links that are in no file.
        package init(
            destination: String, title: String, content: [Inline],
            position: SourcePosition = SourcePosition(line: 1, column: 1)
        ) {
            self.destination = destination
            self.title = title
            self.content = content
            self.position = position
        }
    }

    /// An image.
    package struct Image: Sendable, Equatable {
        /// Its address as written: a path, any URL, or empty.
        package let source: String
        /// The title; empty where there is none.
        package let title: String
        /// The description; its `plainText` is the image's alternative text.
        package let content: [Inline]
        /// Where the image begins; where that was not found, the start of its line.
        package let position: SourcePosition

        /// - Parameter position: Left out for images that are in no file.
        package init(
            source: String, title: String, content: [Inline],
            position: SourcePosition = SourcePosition(line: 1, column: 1)
        ) {
            self.source = source
            self.title = title
            self.content = content
            self.position = position
        }
    }
}
