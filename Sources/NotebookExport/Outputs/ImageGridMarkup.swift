import Foundation
import Markup
import NotebookCore

/// Images with their captions as a table in HTML without classes, for programs that bring their own style.
struct ImageGridMarkup {
    let grid: ImageGrid

    var element: Element {
        Element("table") {
            Element("tbody") {
                for items in grid.exportedRows {
                    Element("tr") {
                        for item in items {
                            Element("td", Attribute("style", "text-align: center")) {
                                image(item)
                                if !item.caption.isEmpty {
                                    Element("br")
                                    item.caption
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    private func image(_ item: ImageGrid.Item) -> Element? {
        item.image.exportedPNG.map { png in
            Element(
                "img", .src("data:image/png;base64,\(png.base64EncodedString())"), .alt(item.alternativeText),
                Attribute("width", item.image.width * 2), Attribute("height", item.image.height * 2))
        }
    }
}
