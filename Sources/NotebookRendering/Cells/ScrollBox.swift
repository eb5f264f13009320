import Markup

/// A box that scrolls sideways by itself, so that the page never does; the keyboard reaches it. A script names it after the
/// caption above it.
enum ScrollBox {
    static func element(@NodeBuilder content: () -> [Node]) -> Element {
        Element("div", .class("scroll"), Attribute("tabindex", 0), content: content)
    }
}
