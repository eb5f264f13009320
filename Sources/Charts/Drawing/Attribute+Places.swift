import Markup

/// The end of a text that stands at its place.
enum TextAnchor: String {
    case start, middle, end
}

extension Attribute {
    static func x(_ pixels: Double) -> Attribute? { Attribute("x", pixels) }
    static func y(_ pixels: Double) -> Attribute? { Attribute("y", pixels) }
    static func x(percent: Double) -> Attribute { percentage("x", percent) }
    static func y(percent: Double) -> Attribute { percentage("y", percent) }

    /// A length in percent of the drawing's width or height; 0 where it is not finite.
    static func percentage(_ name: String, _ percent: Double) -> Attribute {
        Attribute(name, (SVGNumber(percent)?.text ?? "0") + "%")
    }

    static func anchor(_ anchor: TextAnchor) -> Attribute? {
        anchor == .start ? nil : Attribute("text-anchor", anchor.rawValue)
    }

    /// Moves a text down so that `y` is the middle of its digits.
    static var centeredOnY: Attribute { Attribute("dy", ".35em") }
}

extension Node {
    static func nodes(@NodeBuilder _ content: () -> [Node]) -> [Node] { content() }

    /// A straight line; x in percent, y in pixels.
    static func line(_ className: String, fromX x1: Double, y y1: Double, toX x2: Double, y y2: Double) -> Node {
        .element(
            Element(
                "line", .class(className), .percentage("x1", x1), Attribute("y1", y1), .percentage("x2", x2),
                Attribute("y2", y2)))
    }
}
