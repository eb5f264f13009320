import Markup
import NotebookCore

/// Renders small grey images side by side, each with its caption.
struct ImageGridRenderer {
    let grid: ImageGrid
    /// The author's description of the whole; nil leaves it to those of the images.
    let description: String?
    let sheets: ImageSheets

    /// The most columns that the style sheet knows.
    static let columnLimit = 12

    var element: Element {
        Element("ul", .class("digits", columnsClass, roomClass), description.map { .aria("label", $0) }) {
            for item in grid.items {
                Element("li", attributes: answer(of: item)) {
                    sheets.element(showing: item.image, description: item.alternativeText)
                    if !item.caption.isEmpty { Element("span") { item.caption } }
                }
            }
        }
    }

    /// What a model made of an image, for a script that filters the images or shows all probabilities of one.
    private func answer(of item: ImageGrid.Item) -> [Attribute] {
        guard let trueClass = item.trueClass, let predictedClass = item.predictedClass, !item.probabilities.isEmpty
        else { return [] }
        let thousandths = item.probabilities.map { Int(($0.isFinite ? min(max($0, 0), 1) : 0) * 1000 + 0.5) }
        return [
            .data("true", String(trueClass)), .data("read", String(predictedClass)),
            // Most of them are none.
            .data("thousandths", thousandths.map { $0 == 0 ? "" : String($0) }.joined(separator: ",")),
        ]
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
}
