/// A part of a data set, by the word that options and published paths use.
enum Split: String, Hashable, Sendable, CaseIterable {
    /// What weights are fitted to.
    case train
    /// What training is stopped by.
    case validation
    /// What neither saw.
    case test

    /// The split as an adjective in prose: "training", "validation", "test".
    var adjective: String { self == .train ? "training" : rawValue }
}
