import Markup

/// A block of code, with room for a button that copies it.
enum CodeBox {
    static func element(_ code: String) -> Element {
        Element("div", .class("code")) {
            Element("pre") { Element("code") { code } }
        }
    }
}
