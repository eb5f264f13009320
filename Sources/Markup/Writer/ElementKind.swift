/// What the writer has to know about elements by their names.
enum ElementKind {
    /// Elements of HTML that have neither content nor an end tag (HTML, 13.1.2).
    static func isVoid(_ name: String) -> Bool { void.contains(name) }

    /// Elements beside which white space does not show, so that they may stand on lines of their own.
    static func isBlock(_ name: String) -> Bool { block.contains(name) }

    /// Elements inside which all white space shows.
    static func keepsWhiteSpace(_ name: String) -> Bool { whiteSpace.contains(name) }

    private static let void: Set<String> = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
    ]

    // `svg` is left out: a small drawing may stand in the middle of a line.
    private static let block: Set<String> = [
        "address", "article", "aside", "base", "blockquote", "body", "caption", "col", "colgroup", "dd", "details",
        "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4",
        "h5", "h6", "head", "header", "hr", "html", "legend", "li", "link", "main", "meta", "nav", "noscript", "ol",
        "optgroup", "option", "p", "pre", "script", "section", "style", "summary", "table", "tbody", "td",
        "template", "tfoot", "th", "thead", "title", "tr", "ul",
        "circle", "clipPath", "defs", "desc", "ellipse", "filter", "foreignObject", "g", "line", "linearGradient",
        "marker", "mask", "path", "pattern", "polygon", "polyline", "radialGradient", "rect", "stop", "symbol",
        "text", "use",
    ]

    private static let whiteSpace: Set<String> = ["pre", "script", "style", "textarea"]
}
