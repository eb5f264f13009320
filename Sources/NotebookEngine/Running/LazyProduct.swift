import NotebookCore

/// What a finished cell has made for others: at hand, or to be made again when the first of them asks.
actor LazyProduct {
    typealias Restore = @Sendable (_ report: @escaping @Sendable (CellReport) -> Void) async throws -> any CellProduct

    private var product: (any CellProduct)?
    private let restore: Restore?

    /// A product that is at hand; nil for a cell that makes none.
    init(_ product: (any CellProduct)?) {
        self.product = product
        restore = nil
    }

    init(restoring restore: @escaping Restore) {
        self.restore = restore
    }

    /// The product; `report` tells how making it again goes.
    func value(report: @escaping @Sendable (CellReport) -> Void) async throws -> (any CellProduct)? {
        if let product { return product }
        product = try await restore?(report)
        return product
    }
}
