import Charts
import Foundation
import Markup
import NotebookCore
import NotebookEngine
import NotebookRendering

/// The cells of a Jupyter notebook as JSON.
enum JupyterCell {
    static func markdown(_ text: String, attachments: [String: PictureFile], id: String) -> JSONValue {
        var cell: [String: JSONValue] = [
            "cell_type": "markdown", "id": .string(id), "metadata": [:], "source": .lines(text),
        ]
        if !attachments.isEmpty {
            cell["attachments"] = .object(
                attachments.mapValues { file in
                    [file.format.mediaType: .string(file.data.base64EncodedString())]
                })
        }
        return .object(cell)
    }

    /// - Parameter count: The cell's number among those with code, from 1.
    static func code(_ run: CellRun, numbering: OutputNumbering, count: Int) -> JSONValue {
        let cell = run.cell
        let name = [cell.directiveName, cell.label].compactMap(\.self).joined(separator: " ")
        let body = cell.source.hasSuffix("\n") ? String(cell.source.dropLast()) : cell.source
        var metadata: [String: JSONValue] = [
            "notebook": ["directive": .string(cell.directiveName), "label": cell.label.map { .string($0) } ?? .null]
        ]
        if !cell.presentation.showsSource {
            metadata["jupyter"] = ["source_hidden": true]
            metadata["tags"] = ["remove_input"]
        }
        let outputs = PlacedOutput.all(of: run, numbering: numbering).flatMap(self.outputs)
        let result = run.result
        let remarks =
            (result?.failedExpectations ?? []).map { "Expectation not met: \($0)" } + (result?.notes ?? [])
        return [
            "cell_type": "code", "id": .string(id(of: cell, count: count)), "execution_count": .integer(count),
            "metadata": .object(metadata), "source": .lines(body.isEmpty ? "# \(name)" : "# \(name)\n\(body)"),
            "outputs": .array(outputs + remarks.map { display(["text/plain": .lines($0)]) }),
        ]
    }

    /// The label; where it is longer than nbformat allows, the cell's number.
    private static func id(of cell: Cell, count: Int) -> String {
        let id = "cell-" + cell.id
        return id.count <= 64 ? id : "code-\(count)"
    }

    private static func outputs(_ output: PlacedOutput) -> [JSONValue] {
        let caption = display([
            "text/markdown": .lines(output.markdownCaption), "text/plain": .lines(output.plainCaption),
        ])
        switch output.output {
        case .text(let text):
            return [display(["text/plain": .lines(text)])]
        case .table(let table):
            let html = TableMarkup(table: table, caption: output.plainCaption).element.markup
            return [
                display([
                    "text/html": .lines(html), "text/plain": .lines("\(output.plainCaption)\n\(table.plainText)"),
                ])
            ]
        case .chart(var chart):
            chart.alternativeText = output.description
            return [
                display(
                    [
                        "image/svg+xml": .lines(StandaloneChart(chart, id: output.anchor).svg),
                        "text/plain": .lines(output.description),
                    ], metadata: ["image/svg+xml": ["alt": .string(output.description)]]), caption,
            ]
        case .images(let grid):
            return [display(images(grid)), caption]
        }
    }

    /// The images with their captions in HTML; all on one sheet where HTML is not shown.
    private static func images(_ grid: ImageGrid) -> [String: JSONValue] {
        var bundle: [String: JSONValue] = [
            "text/html": .lines(ImageGridMarkup(grid: grid).element.markup),
            "text/plain": .lines(grid.items.map(\.alternativeText).joined(separator: "\n")),
        ]
        if let sheet = grid.sheet, let png = PNGEncoder.encode(sheet) {
            bundle["image/png"] = .string(png.base64EncodedString())
        }
        return bundle
    }

    private static func display(_ bundle: [String: JSONValue], metadata: JSONValue = [:]) -> JSONValue {
        ["output_type": "display_data", "metadata": metadata, "data": .object(bundle)]
    }
}

extension JSONValue {
    /// A text as nbformat keeps it: its lines, each with its line ending.
    fileprivate static func lines(_ text: String) -> JSONValue {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let ended = lines.dropLast().map { $0 + "\n" } + [lines.last ?? ""]
        return .array(ended.filter { !$0.isEmpty }.map { .string($0) })
    }
}
