import NotebookCore
import NotebookEngine
import NotebookRendering

/// One output of a cell with its number and what the author says about it.
struct PlacedOutput {
    let output: CellOutput
    let place: OutputNumbering.Place?
    /// The author's caption, or the output's own title.
    let caption: String
    /// The author's description, or the generated one; empty for tables and text.
    let description: String
    /// Begins the names of files and anchors.
    let anchor: String

    /// "Figure 3. Loss by epoch" in Markdown.
    var markdownCaption: String {
        [place.map { "**\($0.name).**" }, caption.escapedOnOneLine].compactMap(\.self).joined(separator: " ")
    }

    /// The same as plain text.
    var plainCaption: String { [place.map { "\($0.name)." }, caption].compactMap(\.self).joined(separator: " ") }

    static func all(of run: CellRun, numbering: OutputNumbering) -> [PlacedOutput] {
        let presentation = run.cell.presentation
        let outputs = run.shownOutputs
        let places = numbering.places(of: run.cell)
        let captioned = outputs.firstIndex { if case .text = $0 { false } else { true } }
        let described = outputs.firstIndex { output in
            switch output {
            case .chart, .images: true
            case .table, .text: false
            }
        }
        return outputs.enumerated().map { index, output in
            let (title, description) = output.words
            let place = places.indices.contains(index) ? places[index] : nil
            return PlacedOutput(
                output: output, place: place,
                caption: index == captioned ? presentation.caption ?? title : title,
                description: index == described ? presentation.alternativeText ?? description : description,
                anchor: place?.anchor ?? run.cell.id)
        }
    }
}

extension CellOutput {
    /// Title and description as the cell gave them.
    fileprivate var words: (title: String, description: String) {
        switch self {
        case .table(let table): (table.title, "")
        case .chart(let chart): (chart.title, chart.alternativeText)
        case .images(let grid): (grid.title, grid.title)
        case .text: ("", "")
        }
    }
}
