import Markup

/// A box that scrolls sideways by itself, so that the page never does; the keyboard reaches it.
enum ScrollBox {
    /// - Parameter className: A class beside `scroll`.
    static func element(label: String, className: String? = nil, @NodeBuilder content: () -> [Node]) -> Element {
        Element(
            "div", .class("scroll", className), .role("group"), .aria("label", label), Attribute("tabindex", 0),
            content: content)
    }
}
