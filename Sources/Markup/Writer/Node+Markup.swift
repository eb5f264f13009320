extension Node {
    /// The markup in UTF-8. The same node always gives the same bytes.
    ///
    /// Block elements stand on lines of their own, two spaces deeper than what holds them; nothing is added where
    /// white space would show.
    package var markupBytes: [UInt8] {
        var writer = MarkupWriter(.indented)
        writer.write(self)
        return writer.bytes
    }

    /// The markup as a string.
    package var markup: String { String(decoding: markupBytes, as: UTF8.self) }
}

extension Element {
    /// The element's markup as a string.
    package var markup: String { Node.element(self).markup }

    /// A whole page with this element, `html`, as its root: the document type, the markup without indentation and without
    /// the tags and quotation marks that HTML lets one leave out, a final end of line.
    package var pageBytes: [UInt8] {
        precondition(name == "html", "a page's root is <html>")
        var writer = MarkupWriter(.compact)
        writer.append("<!doctype html>\n")
        writer.write(.element(self))
        writer.append("\n")
        return writer.bytes
    }
}
