/// What the writer has to know about elements by their names.
struct ElementKind: OptionSet {
    let rawValue: UInt8

    /// Elements of HTML that have neither content nor an end tag (HTML, 13.1.2).
    static let void = ElementKind(rawValue: 1)
    /// Elements beside which white space does not show, so that they may stand on lines of their own.
    static let block = ElementKind(rawValue: 2)
    /// Elements inside which all white space shows.
    static let keepsWhiteSpace = ElementKind(rawValue: 4)

    init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    init(of name: String) {
        self = Self.kinds[name] ?? []
    }

    private static let kinds: [String: ElementKind] = {
        var kinds: [String: ElementKind] = [:]
        for (names, kind) in [(voidNames, void), (blockNames, block), (whiteSpaceNames, keepsWhiteSpace)] {
            for name in names { kinds[name, default: []].insert(kind) }
        }
        return kinds
    }()

    /// Whether an element's end tag may be left out (HTML, 13.1.2.4) for what stands beside it.
    ///
    /// - Parameters:
    ///   - next: The element that follows at once; nil where nothing follows in the parent.
    ///   - parent: The element around it; nil where that is not known.
    static func mayOmitEndTag(of name: String, before next: String?, in parent: String?) -> Bool {
        switch name {
        case "td", "th": next == nil ? parent != nil : next == "td" || next == "th"
        case "tr", "li": next == nil ? parent != nil : next == name
        case "p":
            if let next { endsParagraph.contains(next) } else { parent.map { !keepsParagraphOpen($0) } ?? false }
        case "dt": next == "dt" || next == "dd"
        case "dd": next == nil ? parent != nil : next == "dt" || next == "dd"
        case "thead": next == "tbody" || next == "tfoot"
        case "tbody": next == nil ? parent != nil : next == "tbody" || next == "tfoot"
        case "tfoot": next == nil && parent != nil
        default: false
        }
    }

    /// Whether the end of a parent does not end a paragraph in it: in elements with the content model of what is around
    /// them, in elements that scripts define, and in those that are not of HTML.
    private static func keepsParagraphOpen(_ parent: String) -> Bool {
        transparent.contains(parent) || parent.contains("-") || parent == "foreignObject"
    }

    private static let transparent: Set<String> = ["a", "audio", "del", "ins", "map", "noscript", "video"]

    private static let endsParagraph: Set<String> = [
        "address", "article", "aside", "blockquote", "details", "div", "dl", "fieldset", "figcaption", "figure",
        "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "main", "menu", "nav", "ol",
        "p", "pre", "section", "table", "ul",
    ]

    private static let voidNames: Set<String> = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
    ]

    // `svg` is left out: a small drawing may stand in the middle of a line.
    private static let blockNames: Set<String> = [
        "address", "article", "aside", "base", "blockquote", "body", "caption", "col", "colgroup", "dd", "details",
        "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4",
        "h5", "h6", "head", "header", "hr", "html", "legend", "li", "link", "main", "meta", "nav", "noscript", "ol",
        "optgroup", "option", "p", "pre", "script", "section", "style", "summary", "table", "tbody", "td",
        "template", "tfoot", "th", "thead", "title", "tr", "ul",
        "circle", "clipPath", "defs", "desc", "ellipse", "filter", "foreignObject", "g", "line", "linearGradient",
        "marker", "mask", "path", "pattern", "polygon", "polyline", "radialGradient", "rect", "stop", "symbol",
        "text", "use",
    ]

    private static let whiteSpaceNames: Set<String> = ["pre", "script", "style", "textarea"]
}
