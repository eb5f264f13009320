/// How one run of a notebook uses a store.
package struct RunCache: Sendable {
    package let store: ResultStore
    /// Tells the notebook from others: its absolute path.
    package let notebook: String
    /// Labels or ids of cells to compute whatever has been kept, with the cells that need them.
    package var refreshed: Set<String>
    /// Whether cells whose results have not been kept fail instead of being computed.
    package var isReadOnly: Bool

    package init(
        store: ResultStore, notebook: String, refreshed: Set<String> = [], isReadOnly: Bool = false
    ) {
        self.store = store
        self.notebook = notebook
        self.refreshed = refreshed
        self.isReadOnly = isReadOnly
    }
}
