import Markup

/// A legend as part of a drawing: entries side by side, in as many rows as they need.
struct DrawnLegend {
    /// Height of all rows in pixels.
    let height: Double
    let nodes: [Node]

    private static let rowHeight = 18.0
    private static let fontSize = 13.0
    /// Pixels between a sample and its name, and between entries.
    private static let gaps = (sample: 6.0, entry: 16.0)

    init(_ legend: Legend, width: Double) {
        var nodes: [Node] = []
        var x = 0.0
        var row = 0
        func place(_ text: String, className: String, after sample: Element?, ofWidth sampleWidth: Double) {
            let offset = sampleWidth > 0 ? sampleWidth + Self.gaps.sample : 0
            let wanted = offset + TextWidth.estimate(text, fontSize: Self.fontSize)
            if x > 0, x + wanted > width { (x, row) = (0, row + 1) }
            let name = TextWidth.fit(text, in: width - offset, fontSize: Self.fontSize)
            let y = Double(row) * Self.rowHeight
            if let sample {
                nodes.append(.element(Element("g", .translate(x: x, y: y + 2)) { sample }))
            }
            nodes.append(
                .element(
                    Element("text", .class(className), Attribute("x", x + offset), Attribute("y", y + 13)) { name }))
            x += wanted + Self.gaps.entry
        }
        for group in legend.groups {
            // A group that has room in a row of its own is not divided.
            let wanted = Self.width(of: group)
            if x > 0, x + wanted > width, wanted <= width { (x, row) = (0, row + 1) }
            if !group.heading.isEmpty { place(group.heading, className: "legend-heading", after: nil, ofWidth: 0) }
            for entry in group.entries {
                place(
                    entry.name, className: "legend-name", after: legend.sample(entry.sample),
                    ofWidth: entry.sample.width)
            }
        }
        self.nodes = nodes
        height = Double(row + 1) * Self.rowHeight
    }

    private static func width(of group: Legend.Group) -> Double {
        let heading = group.heading.isEmpty ? [] : [TextWidth.estimate(group.heading, fontSize: fontSize)]
        let entries = group.entries.map {
            $0.sample.width + gaps.sample + TextWidth.estimate($0.name, fontSize: fontSize)
        }
        return (heading + entries).reduce(-gaps.entry) { $0 + $1 + gaps.entry }
    }
}

extension Legend.Sample {
    /// Pixels that the sample is wide.
    fileprivate var width: Double {
        switch self {
        case .line: 22
        case .fill: 12
        }
    }
}
