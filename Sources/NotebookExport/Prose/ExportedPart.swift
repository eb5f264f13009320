import MarkdownSyntax
import NotebookCore
import NotebookEngine

/// A part of a run, of which every export makes something of its own.
enum ExportedPart {
    /// Paragraphs of Markdown above the notebook's own, or below its title.
    case head([String])
    case prose(Block)
    case cell(CellRun)
}

extension Run {
    /// Head, prose and cells in the order in which a reader meets them.
    var exportedParts: [ExportedPart] {
        let head = ExportedHead(run: self)
        let byLine = Dictionary(cells.map { ($0.cell.lines.lowerBound, $0) }) { first, _ in first }
        var parts = notebook.document.blocks.map { block in
            if case .code(let code) = block.content, code.isTopLevelFence, let cell = byLine[block.lines.lowerBound] {
                ExportedPart.cell(cell)
            } else {
                ExportedPart.prose(block)
            }
        }
        parts.insert(.head(head.paragraphs), at: head.followsFirstHeading ? 1 : 0)
        return parts
    }
}
