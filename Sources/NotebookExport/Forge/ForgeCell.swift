import Charts
import Foundation
import MarkdownSyntax
import NotebookCore
import NotebookEngine
import NotebookRendering

/// A cell as Markdown for a forge: its source, folded, and what it shows.
struct ForgeCell {
    /// Blocks of Markdown.
    private(set) var parts: [String] = []
    private(set) var images: [ExportedFile] = []
    private let folder: String

    init(cell: CellRun, numbering: OutputNumbering, folder: String) {
        self.folder = folder
        if cell.cell.presentation.showsSource { parts += Self.source(of: cell.cell) }
        for output in PlacedOutput.all(of: cell, numbering: numbering) { add(output) }
        for expectation in cell.result?.failedExpectations ?? [] {
            parts.append("> **Expectation not met:** \(expectation.withCodeInBackticks)")
        }
        parts += (cell.result?.notes ?? []).map { "> \($0.withCodeInBackticks)" }
    }

    private static func source(of cell: Cell) -> [String] {
        let body = cell.source.isEmpty || cell.source.hasSuffix("\n") ? cell.source : cell.source + "\n"
        let fence = String(repeating: "`", count: max(3, (cell.source.split { $0 != "`" }.map(\.count).max() ?? 0) + 1))
        let code = "\(fence)yaml\n\(body)\(fence)"
        let name = [cell.directiveName, cell.label].compactMap(\.self).joined(separator: " ")
        guard cell.presentation.foldsSource else { return ["`\(name)`", code] }
        return ["<details><summary><code>\(name)</code></summary>", code, "</details>"]
    }

    private mutating func add(_ output: PlacedOutput) {
        switch output.output {
        case .text(let text):
            parts.append(text.escapedOnOneLine)
        case .table(let table):
            parts += [anchor(output) + output.markdownCaption, table.markdown]
        case .chart(let chart):
            var chart = chart
            chart.alternativeText = output.description
            let path = "\(folder)/\(output.anchor).svg"
            images.append(
                ExportedFile(path: path, data: Data(StandaloneChart(chart, id: output.anchor).svg.utf8)))
            parts += [
                picture(path, description: output.description), anchor(output) + output.markdownCaption,
                "<details><summary>Data</summary>", ChartData(chart).table.markdown, "</details>",
            ]
        case .images(let grid):
            parts += [table(of: grid, named: output.anchor), anchor(output) + output.markdownCaption]
        }
    }

    /// Where links to the output lead.
    private func anchor(_ output: PlacedOutput) -> String {
        output.place.map { "<a id=\"\($0.anchor)\"></a>" } ?? ""
    }

    /// Rows of images, each above the row of their captions.
    private mutating func table(of grid: ImageGrid, named name: String) -> String {
        func row(_ cells: [String]) -> String {
            let padding = Array(repeating: "", count: max(grid.exportedColumns - cells.count, 0))
            return "| " + (cells + padding).joined(separator: " | ") + " |"
        }
        var lines: [String] = []
        var number = 0
        for items in grid.exportedRows {
            var pictures: [String] = []
            for item in items {
                number += 1
                pictures.append(picture(item, named: "\(name)-\(number)"))
            }
            lines.append(row(pictures))
            if lines.count == 1 { lines.append(row(Array(repeating: ":---:", count: grid.exportedColumns))) }
            if grid.hasCaptions { lines.append(row(items.map(\.caption.escapedOnOneLine))) }
        }
        return lines.joined(separator: "\n")
    }

    private mutating func picture(_ item: ImageGrid.Item, named name: String) -> String {
        guard let data = item.image.exportedPNG else { return "" }
        let path = "\(folder)/\(name).png"
        images.append(ExportedFile(path: path, data: data))
        return picture(path, description: item.alternativeText)
    }

    private func picture(_ path: String, description: String) -> String {
        "![\(description.escapedOnOneLine)](\(path.percentEncodedPath))"
    }
}

extension String {
    /// A message as Markdown: what stands in backticks is code, everything else text.
    fileprivate var withCodeInBackticks: String {
        let parts = split(separator: "`", omittingEmptySubsequences: false)
        guard !parts.count.isMultiple(of: 2) else { return escapedOnOneLine }
        return parts.enumerated().map { index, part in
            index.isMultiple(of: 2) ? String(part).escapedOnOneLine : "`\(part)`"
        }.joined()
    }
}
