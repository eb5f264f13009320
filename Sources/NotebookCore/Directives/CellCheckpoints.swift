package import Foundation

/// States from which interrupted work goes on, kept between runs.
package struct CellCheckpoints: Sendable {
    private let loadAll: @Sendable () -> [Data]
    private let keep: @Sendable (Data) -> Void

    package init(load: @escaping @Sendable () -> [Data], save: @escaping @Sendable (Data) -> Void) {
        loadAll = load
        keep = save
    }

    /// Keeps nothing.
    package static let none = CellCheckpoints(load: { [] }, save: { _ in })

    /// All states that are kept of the same work, whatever the directive's `extendingOptions` were.
    package func load() -> [Data] { loadAll() }

    /// Keeps the state in place of the one that this cell left before. Never fails: what cannot be kept is not.
    package func save(_ state: Data) { keep(state) }
}
