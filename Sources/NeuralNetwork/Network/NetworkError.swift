/// Why a network cannot be set up, or cannot take what it is given.
package enum NetworkError: Error, Hashable, Sendable {
    /// The workspace for the batch would not fit into the machine's memory; both in bytes.
    case insufficientMemory(needed: Int, available: Int)
    /// The images have another shape than the network's input.
    case shapeMismatch(expected: ImageShape, found: ImageShape)
}

extension NetworkError: CustomStringConvertible {
    /// Cause and remedy in one line.
    package var description: String {
        switch self {
        case .insufficientMemory(let needed, let available):
            "the network needs \(needed >> 20) MB for one batch and the machine has \(available >> 20) MB; "
                + "use a smaller batch or a smaller network"
        case .shapeMismatch(let expected, let found):
            "the network takes images of \(expected) and these are \(found); "
                + "set the model’s input to \(found) or choose other data"
        }
    }
}
