internal import Foundation

extension KernelVariant {
    /// The variants that this build holds and this processor runs, slowest first.
    package static let available: [KernelVariant] = [.plain]

    /// The fastest variant of this machine, or the one that the variable `NOTEBOOK_KERNELS` names.
    ///
    /// Throws `KernelVariantError` where the variable names something else than an available variant.
    package static func preferred(
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws(KernelVariantError) -> KernelVariant {
        guard let name = environment["NOTEBOOK_KERNELS"], !name.isEmpty else { return available[available.count - 1] }
        guard let variant = KernelVariant(rawValue: name) else { throw .unknown(name) }
        guard available.contains(variant) else { throw .unavailable(variant) }
        return variant
    }

    /// The kernels of this variant; throws `KernelVariantError.unavailable` where this machine cannot run them.
    package func kernels() throws(KernelVariantError) -> any Kernels.Type {
        guard KernelVariant.available.contains(self) else { throw .unavailable(self) }
        switch self {
        case .plain: return PlainKernels<Float>.self
        case .baseline, .v3, .v4: throw .unavailable(self)
        }
    }
}
