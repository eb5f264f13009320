/// What a cell's result is kept under: a digest of everything that the result depends on, and of nothing else.
package struct CellKey: Hashable, Sendable {
    /// Everything that the result depends on, sorted by name.
    package let inputs: [KeyInput]
    /// Names the result: computation, extent and the labels that it mentions. 64 hexadecimal digits.
    package let digest: String
    /// Names the computation whatever the cells are called; what other cells' keys take from this one.
    package let identity: String
    /// Names the computation however far it goes: where its checkpoints are kept.
    package let checkpoint: String

    package init(_ inputs: [KeyInput]) {
        let inputs = inputs.sorted { ($0.name, $0.value) < ($1.name, $1.value) }
        self.inputs = inputs
        digest = Self.digest(of: inputs, purpose: "result")
        identity = Self.digest(of: inputs.filter { $0.scope != .wording }, purpose: "computation")
        checkpoint = Self.digest(of: inputs.filter { $0.scope == .work }, purpose: "checkpoint")
    }

    private static func digest(of inputs: [KeyInput], purpose: String) -> String {
        var digest = InputDigest()
        digest.append(purpose)
        for input in inputs {
            digest.append(input.name)
            digest.append(input.value)
        }
        return digest.finalize().hexadecimal
    }
}
