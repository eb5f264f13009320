import NotebookCore

/// A cell that has ended, with what later cells take from it.
struct FinishedCell: Sendable {
    let run: CellRun
    /// Nil where the cell did not end well.
    let key: CellKey?
    let product: LazyProduct

    init(run: CellRun, key: CellKey? = nil, product: LazyProduct = LazyProduct(nil)) {
        self.run = run
        self.key = key
        self.product = product
    }
}
