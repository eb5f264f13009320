/// Why kernels that were asked for cannot be had.
package enum KernelVariantError: Error, Hashable, CustomStringConvertible {
    /// No variant has this name.
    case unknown(String)
    /// The variant exists, but not in this build or on this processor.
    case unavailable(KernelVariant)

    /// Cause and remedy in one line, as the user reads it.
    package var description: String {
        let names = KernelVariant.available.map(\.rawValue).joined(separator: ", ")
        return switch self {
        case .unknown(let name):
            "NOTEBOOK_KERNELS is “\(name)”, which names no kernels; this machine has \(names)"
        case .unavailable(let variant):
            "this machine cannot run the kernels “\(variant.rawValue)”; it has \(names)"
        }
    }
}
