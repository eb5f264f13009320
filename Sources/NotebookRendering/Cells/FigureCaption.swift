import Markup

/// What a figure or table is called and shows: "Table 3. Results".
struct FigureCaption {
    /// Nil for one without a number.
    let place: OutputNumbering.Place?
    let text: String

    @NodeBuilder
    var nodes: [Node] {
        if let place {
            Element("b") { place.name + "." }
            " "
        }
        Node.isolated(text)
    }

    /// The same in one line.
    var plainText: String { [place.map { $0.name + "." }, text].compactMap(\.self).joined(separator: " ") }

    var element: Element { Element("figcaption", ProseDirection.attribute(of: text)) { nodes } }
}
