package import Foundation

/// States from which interrupted work goes on, kept between runs.
package struct CellCheckpoints: Sendable {
    private let loadAll: @Sendable () -> [Data]
    private let keep: @Sendable (Data) -> Void
    private let tellPlace: @Sendable (String) -> Void

    /// - Parameter resumes: Receives the place from which the work would go on, whenever it changes.
    package init(
        load: @escaping @Sendable () -> [Data], save: @escaping @Sendable (Data) -> Void,
        resumes: @escaping @Sendable (String) -> Void = { _ in }
    ) {
        loadAll = load
        keep = save
        tellPlace = resumes
    }

    /// Keeps nothing.
    package static let none = CellCheckpoints(load: { [] }, save: { _ in })

    /// All states that are kept of the same work, whatever the directive's `extendingOptions` were.
    package func load() -> [Data] { loadAll() }

    /// Keeps the state in place of the one that this cell left before. Never fails: what cannot be kept is not.
    package func save(_ state: Data) { keep(state) }

    /// Says where the work would go on if it were interrupted now, in words such as "epoch 5".
    package func resumes(at place: String) { tellPlace(place) }
}
