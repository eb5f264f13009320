import Markup

/// The names of what a drawing shows, each beside a sample of its mark.
struct Legend {
    /// What stands beside a name.
    enum Sample: Equatable {
        case line(LineStyle)
        case fill(className: String)
    }

    struct Entry: Equatable {
        var sample: Sample
        var name: String
    }

    /// Entries under one heading; an empty heading is left out.
    struct Group: Equatable {
        var heading: String
        var entries: [Entry]
    }

    var groups: [Group]

    init(_ entries: [Entry]) {
        groups = [Group(heading: "", entries: entries)]
    }

    init(groups: [Group]) {
        self.groups = groups.filter { !$0.entries.isEmpty }
    }

    /// - Parameter isOnlyForNarrow: whether it shows only where the drawing has no room for direct labels.
    func element(isOnlyForNarrow: Bool) -> Element {
        Element("ul", .class("legend", isOnlyForNarrow ? "narrow-only" : nil)) {
            for group in groups {
                if !group.heading.isEmpty { Element("li", .class("heading")) { group.heading } }
                for entry in group.entries {
                    Element("li") {
                        sample(entry.sample)
                        " "
                        Node.isolated(entry.name)
                    }
                }
            }
        }
    }

    func sample(_ sample: Sample) -> Element {
        switch sample {
        case .line(let style):
            Element(
                "svg", .class(style.className), .aria("hidden", "true"), Attribute("width", 22),
                Attribute("height", 12)
            ) {
                Element(
                    "line", .class("line"), Attribute("x1", 0), Attribute("y1", 6), Attribute("x2", 22),
                    Attribute("y2", 6))
                style.shape.element(xPercent: 50, y: 6)
            }
        case .fill(let className):
            Element("svg", .aria("hidden", "true"), Attribute("width", 12), Attribute("height", 12)) {
                Element("rect", .class(className), Attribute("width", 12), Attribute("height", 12))
            }
        }
    }
}
