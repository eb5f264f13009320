import Markup

/// A drawing before it is framed: its size, the room beside it for labels, and what it shows.
struct Plot {
    /// What the drawing's size follows from.
    enum Extent: Equatable {
        /// As wide as there is room, with a height in pixels.
        case height(Double)
        /// A grid of square cells, that many in a row, as many rows.
        case square(cells: Int)
    }

    var extent: Extent
    /// Pixels left of the drawing, for the labels of the y axis.
    var startMargin: Double
    /// Pixels right of the drawing, for direct labels.
    var endMargin: Double
    /// Pixels above the drawing; used by square drawings, whose places are all percentages.
    var topMargin: Double = 0
    /// Whether the labels right of the drawing go where there is little room, in favour of the legend.
    var foldsEndLabels = false
    /// Whether parts of the drawing are links, so that it is not one image.
    var holdsLinks = false
    var legend: Legend?
    /// What the drawing leaves out, in a sentence.
    var note: String?
    var content: [Node]

    /// A drawing that says that there is nothing to draw.
    static var empty: Plot {
        Plot(
            extent: .height(96), startMargin: 24, endMargin: 24,
            content: Node.nodes {
                Element("rect", .class("empty"), Attribute("width", "100%"), Attribute("height", "100%"))
                Element("text", .x(percent: 50), .y(52), .anchor(.middle)) { "No data to draw" }
            })
    }

    func element(title: String, description: String, id: String) -> Element {
        let titleID = id + "-title"
        let descriptionID = id + "-description"
        return Element("div", .class("chart")) {
            legend?.element(isOnlyForNarrow: foldsEndLabels)
            if let note { Element("p", .class("omission")) { note } }
            Element("div", attributes: [.class(marginClasses.joined(separator: " "))].compactMap { $0 }) {
                Element(
                    "svg", .class("plot"), holdsLinks ? nil : .role("img"), .aria("labelledby", titleID),
                    .aria("describedby", descriptionID), Attribute("width", "100%"), heightAttribute
                ) {
                    Element("title", .id(titleID)) { title }
                    Element("desc", .id(descriptionID)) { description }
                    content
                }
            }
        }
    }

    private var heightAttribute: Attribute? {
        switch extent {
        case .height(let height): Attribute("height", height)
        // The style sheet makes it as high as it is wide; this is for readers without it.
        case .square: Attribute("height", 400)
        }
    }

    private var marginClasses: [String] {
        var classes = ["frame", "s\(Self.step(startMargin))", "e\(Self.step(endMargin))"]
        if foldsEndLabels { classes.append("folds") }
        if topMargin > 0 { classes.append("t\(Self.step(topMargin))") }
        if case .square(let cells) = extent { classes += ["square", "q\(min(cells, ChartStyle.largestGrid))"] }
        return classes
    }

    /// The class for a margin: the next multiple of 8 pixels.
    private static func step(_ margin: Double) -> Int {
        min(Int((margin / 8).rounded(.up)) * 8, ChartStyle.largestMargin)
    }
}
