import Markup

/// The shape of a series' marks, so that series differ also where colours do not.
enum MarkShape: Int, CaseIterable {
    case disc, square, diamond, ring, frame, openDiamond

    init(series: Int) {
        self = Self.allCases[series % Self.allCases.count]
    }

    /// A mark with its middle at x (percent) and y (pixels), for a series' group, which gives the colour.
    func element(xPercent: Double, y: Double) -> Element {
        switch self {
        case .disc, .ring:
            Element(
                "circle", .class(isOpen ? "mark open" : "mark"), .percentage("cx", xPercent), Attribute("cy", y),
                Attribute("r", 3.5))
        case .square, .frame, .diamond, .openDiamond:
            Element(
                "rect", .class("mark", isDiamond ? "diamond" : "box", isOpen ? "open" : nil),
                .x(percent: xPercent), .y(y), Attribute("width", 6), Attribute("height", 6))
        }
    }

    private var isOpen: Bool { self == .ring || self == .frame || self == .openDiamond }
    private var isDiamond: Bool { self == .diamond || self == .openDiamond }
}
