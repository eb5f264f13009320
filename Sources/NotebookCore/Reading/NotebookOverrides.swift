/// What the command line says instead of a notebook's front matter.
package struct NotebookOverrides: Hashable, Sendable {
    /// Raw texts of parameters, by name; each must be one that the notebook declares.
    package var parameters: [String: String]
    package var seed: UInt64?

    package init(parameters: [String: String] = [:], seed: UInt64? = nil) {
        self.parameters = parameters
        self.seed = seed
    }
}
