import NotebookCore

/// Anchors that cells will have on a page once they have run, as far as their directives say what they show.
struct PromisedPlaces {
    /// The anchor of each cell, and those of its first figure and its first table.
    let anchors: Set<String>

    /// - Parameter unreadLabels: Labels of cells of which nothing more is known.
    init(_ cells: [Cell], unreadLabels: Set<String> = []) {
        var anchors: Set<String> = []
        func promise(_ kinds: some Sequence<CellOutput.Numbering>, by id: String) {
            anchors.insert(CellRenderer.anchor(ofCell: id))
            for kind in kinds { anchors.insert(OutputNumbering.anchor(of: kind, number: 1, cell: id)) }
        }
        for cell in cells {
            promise(cell.presentation.showsOutputs ? type(of: cell.directive).numberedOutputs : [], by: cell.id)
        }
        for label in unreadLabels { promise(CellOutput.Numbering.allCases, by: label) }
        self.anchors = anchors
    }

    /// Whether a name may be an anchor: how many figures and tables a cell has, the run tells.
    func contain(_ name: String) -> Bool {
        if anchors.contains(name) { return true }
        guard let hyphen = name.lastIndex(of: "-"), let number = Int(name[name.index(after: hyphen)...]), number > 1
        else { return false }
        let first = String(name[..<hyphen])
        return !first.hasPrefix(CellRenderer.anchor(ofCell: "")) && anchors.contains(first)
    }
}
