import NotebookCore

/// Why a cell was computed, or that it was not.
package enum CellExplanation: Hashable, Sendable {
    /// The result had been kept.
    case kept
    /// The notebook has not been run before.
    case firstRun
    /// The last run of the notebook had no such cell.
    case newCell
    /// These inputs are not those of the notebook's last run.
    case changed([InputChange])
    /// The user asked for it, for this cell or for one that it needs.
    case refreshed
    /// A cell that it needs has other measurements than those from which the result had been computed.
    case measuredAnew(String)
    /// Nothing changed, but the result is not in the store any more.
    case missing
    /// What was kept cannot be used; the text says why.
    case unusable(String)
}

/// An input of a cell that is not what it was.
package struct InputChange: Hashable, Sendable {
    package var name: String
    /// What it was, and what it is; nil where the cell did not have it.
    package var old: String?
    package var new: String?

    package init(_ name: String, from old: String?, to new: String?) {
        self.name = name
        self.old = old
        self.new = new
    }

    /// The inputs of which one list has others than the other, in the order of their names.
    static func between(_ old: [KeyInput], _ new: [KeyInput]) -> [InputChange] {
        let before = Dictionary(old.map { ($0.name, $0.value) }) { first, _ in first }
        let after = Dictionary(new.map { ($0.name, $0.value) }) { first, _ in first }
        return Set(before.keys).union(after.keys).sorted()
            .filter { before[$0] != after[$0] }
            .map { InputChange($0, from: before[$0], to: after[$0]) }
    }
}
