import MarkdownSyntax
import NotebookCore
import NotebookEngine

/// A part of a run, of which every export makes something of its own.
enum ExportedPart {
    /// Paragraphs of Markdown above the notebook's own, or below its title.
    case head([String])
    /// Blocks that follow each other: whether two lists are one shows only where they stand together.
    case prose([Block])
    case cell(CellRun)
}

extension Run {
    /// Head, prose and cells in the order in which a reader meets them.
    var exportedParts: [ExportedPart] {
        let head = ExportedHead(run: self)
        let byLine = Dictionary(cells.map { ($0.cell.lines.lowerBound, $0) }) { first, _ in first }
        var parts: [ExportedPart] = head.followsFirstHeading ? [] : [.head(head.paragraphs)]
        for (index, block) in notebook.document.blocks.enumerated() {
            if case .code(let code) = block.content, code.isTopLevelFence, let cell = byLine[block.lines.lowerBound] {
                parts.append(.cell(cell))
            } else if case .prose(let blocks)? = parts.last {
                parts[parts.count - 1] = .prose(blocks + [block])
            } else {
                parts.append(.prose([block]))
            }
            if index == 0, head.followsFirstHeading { parts.append(.head(head.paragraphs)) }
        }
        return parts
    }
}
