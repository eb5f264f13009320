import Markup

/// A box that scrolls sideways by itself, so that the page never does; the keyboard reaches it.
enum ScrollBox {
    static func element(label: String, @NodeBuilder content: () -> [Node]) -> Element {
        Element(
            "div", .class("scroll"), .role("group"), .aria("label", label), Attribute("tabindex", 0), content: content)
    }
}
