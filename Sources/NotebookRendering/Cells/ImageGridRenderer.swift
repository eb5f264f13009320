import Markup
import NotebookCore

/// Renders small grey images side by side, each with its caption.
struct ImageGridRenderer {
    let grid: ImageGrid
    /// The author's description of the whole; nil leaves it to those of the images.
    let description: String?

    /// The most columns that the style sheet knows.
    static let columnLimit = 12

    var element: Element {
        Element("ul", .class("digits", columnsClass, roomClass), description.map { .aria("label", $0) }) {
            for item in grid.items {
                Element("li") {
                    image(item)
                    if !item.caption.isEmpty { Element("span") { item.caption } }
                }
            }
        }
    }

    /// Without a wish, as many columns as divide the items evenly, where five to ten do.
    private var columnsClass: String {
        let even = (5...10).reversed().first { grid.items.count.isMultiple(of: $0) }
        let columns = grid.columns ?? min(even ?? 8, max(grid.items.count, 1))
        return "n\(min(max(columns, 1), Self.columnLimit))"
    }

    /// How much room the captions ask for where the style sheet has to choose the number of columns itself.
    private var roomClass: String? {
        switch grid.items.map(\.caption.count).max() ?? 0 {
        case ...6: "dense"
        case ...20: nil
        default: "roomy"
        }
    }

    private func image(_ item: ImageGrid.Item) -> Element? {
        let data = PNGEncoder.encode(item.image, levels: item.image.width <= 64 ? 16 : 256)
        return data.map { data in
            Element(
                "img", .src(DataURI.address(of: data, mediaType: "image/png")), .alt(item.alternativeText),
                Attribute("width", item.image.width), Attribute("height", item.image.height))
        }
    }
}
