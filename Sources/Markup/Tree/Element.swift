/// An element of HTML or SVG.
///
///     Element("figure", .class("chart"), .id(anchor)) {
///         svg
///         if let caption { Element("figcaption") { caption } }
///     }
package struct Element: Sendable, Equatable {
    /// The name as it is written: `p`, `linearGradient`.
    package let name: String
    /// The attributes in the order in which they are written, each name once.
    package let attributes: [Attribute]
    /// What the element holds.
    package let children: [Node]
    /// Found once, because the writer asks again and again.
    let kind: ElementKind

    /// Creates an element; attributes that are nil are left out.
    ///
    /// The name must be letters, digits and hyphens; no attribute may come twice; `br`, `img` and their like hold
    /// nothing. `script` and `style` are made by `Element.script` and `Element.stylesheet`.
    package init(
        _ name: String, _ attributes: Attribute?..., @NodeBuilder content: () -> [Node] = { [] }
    ) {
        self.init(name, attributes: attributes.compactMap { $0 }, content: content)
    }

    /// Creates an element with attributes from an array.
    package init(
        _ name: String, attributes: [Attribute], @NodeBuilder content: () -> [Node] = { [] }
    ) {
        precondition(name != "script" && name != "style", "use Element.script or Element.stylesheet")
        self.init(checked: name, attributes: attributes, children: content())
    }

    private init(checked name: String, attributes: [Attribute], children: [Node]) {
        precondition(
            !name.isEmpty && name.utf8.allSatisfy(Self.isNameByte), "\"\(name)\" is no name of an element")
        kind = ElementKind(of: name)
        precondition(children.isEmpty || !kind.contains(.void), "<\(name)> holds nothing")
        for (index, attribute) in attributes.enumerated() {
            precondition(
                !attributes[..<index].contains { $0.name == attribute.name },
                "<\(name)> has the attribute \(attribute.name) twice")
        }
        self.name = name
        self.attributes = attributes
        self.children = children
    }

    /// A style sheet inside the page. Its text is written as it is, so that its hash is that of `css`.
    ///
    /// The text is the program's own and must not contain `</style`.
    package static func stylesheet(_ css: String, _ attributes: Attribute?...) -> Element {
        assert(!css.lowercased().contains("</style"), "a style sheet must not contain </style")
        return Element(
            checked: "style", attributes: attributes.compactMap { $0 }, children: [.unescapedMarkup(css)])
    }

    /// A script inside the page. Its text is written as it is, so that its hash is that of `source`.
    ///
    /// The text is the program's own and must contain neither `</script` nor `<!--`.
    package static func script(_ source: String, _ attributes: Attribute?...) -> Element {
        assert(
            !source.lowercased().contains("</script") && !source.contains("<!--"),
            "a script must contain neither </script nor <!--")
        return Element(
            checked: "script", attributes: attributes.compactMap { $0 }, children: [.unescapedMarkup(source)])
    }

    /// Data for scripts: JSON, in which each `<` is written as `\u003c`, so that no text in it ends the element.
    package static func data(json: String, id: String) -> Element {
        // Outside of strings JSON has no "<".
        let safe = json.split(separator: "<", omittingEmptySubsequences: false).joined(separator: "\\u003c")
        return Element(
            checked: "script", attributes: [Attribute("type", "application/json"), .id(id)],
            children: [.unescapedMarkup(safe)])
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
            true
        default:
            false
        }
    }
}
