import Charts
import Markup
import NotebookCore

/// Renders the images behind the cells of a heat map, folded below it; each cell leads to its own.
struct GalleryRenderer {
    let examples: [HeatMap.Examples]
    /// The figure's anchor and name.
    let figure: (anchor: String, name: String)
    let sheets: ImageSheets

    /// Nil where no cell has images.
    var element: Element? {
        guard !examples.isEmpty else { return nil }
        return Element("details", .class("data galleries")) {
            Element("summary") { "Images behind the cells of \(figure.name)" }
            for examples in examples { gallery(examples) }
        }
    }

    private func gallery(_ examples: HeatMap.Examples) -> Element {
        let grid = ImageGrid(title: examples.title, items: examples.items, columns: ImageGridRenderer.columnLimit)
        return Element(
            "div", .class("gallery"),
            .id(ChartDrawing.anchor(ofRow: examples.row, column: examples.column, in: figure.anchor))
        ) {
            Element("p") { examples.title }
            ImageGridRenderer(grid: grid, description: nil, sheets: sheets).element
        }
    }
}
