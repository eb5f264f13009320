import Markup
import NotebookCore

/// The table of contents: a column beside the text where there is room, above it where not. There a script folds it.
struct ContentsList {
    let outline: Outline
    let prose: ProseRenderer

    /// Nil for a page with fewer than two headings.
    var element: Element? {
        guard entries.count > 1 else { return nil }
        return Element("nav", .class("contents"), .aria("label", "Contents")) {
            Element("details", .flag("open")) {
                Element("summary") {
                    "Contents"
                    // The section that is being read; a script fills it in.
                    Element("span", .class("here"))
                }
                list
            }
        }
    }

    /// Headings of the two upper levels; deeper ones would hide the structure.
    private var entries: [Outline.Heading] { outline.headings.filter { $0.level <= 3 } }

    private var list: Element {
        Element("ol") {
            for (index, entry) in entries.enumerated() where entry.level == 2 || index == 0 {
                let children = entries[(index + 1)...].prefix { $0.level > 2 }
                Element("li") {
                    link(to: entry)
                    if !children.isEmpty {
                        Element("ol") {
                            for child in children { Element("li") { link(to: child) } }
                        }
                    }
                }
            }
        }
    }

    private func link(to heading: Outline.Heading) -> Element {
        Element("a", .href("#" + heading.anchor)) { prose.linklessInlines(heading.content) }
    }
}
