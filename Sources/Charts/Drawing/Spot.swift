import Markup

/// A place of a drawing that tells exact values: in the browser's own words, or in the page's where scripts run, which
/// lead the keyboard from one to the next.
struct Spot {
    /// What the values belong to, such as "Epoch 6".
    var heading: String
    /// A line for each value, such as "training: 0.0283".
    var values: [String]
    /// From left to right in percent of the drawing's width.
    var x: ClosedRange<Double>
    /// From top to bottom in pixels.
    var y: ClosedRange<Double>
    /// Where a line through the place shows, in percent of the width; nil for none.
    var rule: Double?

    /// Charts with more places than this tell the values of some.
    static let limit = 120

    var element: Element {
        Element("g", .class("spot")) {
            Self.title([heading] + values)
            Element(
                "rect", .x(percent: x.lowerBound), .y(y.lowerBound),
                .percentage("width", x.upperBound - x.lowerBound),
                Attribute("height", y.upperBound - y.lowerBound))
            if let rule { Node.line("cross", fromX: rule, y: y.lowerBound, toX: rule, y: y.upperBound) }
        }
    }

    static func title(_ lines: [String]) -> Element {
        Element("title") { lines.map { TextWidth.fit($0, in: 300) }.joined(separator: "\n") }
    }

    /// "training: 0.0283", or the value alone where the series has no name.
    static func line(_ name: String, _ value: String) -> String {
        name.isEmpty ? value : "\(TextWidth.fit(name, in: 150)): \(value)"
    }
}
