/// One thing that a cell's result depends on, in words: what it is, and its value or digest.
package struct KeyInput: Hashable, Sendable, Codable {
    /// What an input decides.
    package enum Scope: String, Hashable, Sendable, Codable {
        /// The computation, and so the result of every cell that needs this one.
        case work
        /// How far the work goes: from a checkpoint it can go further.
        case extent
        /// The words of the result alone: a label that it mentions.
        case wording
    }

    /// Such as "learning-rate", "random seed" or "file train-images".
    package var name: String
    package var value: String
    package var scope: Scope

    package init(_ name: String, _ value: String, _ scope: Scope = .work) {
        self.name = name
        self.value = value
        self.scope = scope
    }
}
