internal import Foundation
internal import TensorKernelsBaseline

#if arch(x86_64)
    internal import TensorKernelsV3
    internal import TensorKernelsV4
#endif

extension KernelVariant {
    /// The variants that this build holds and this processor runs, slowest first.
    package static let available: [KernelVariant] = {
        let features = ProcessorFeatures.ofThisMachine()
        return allCases.filter { $0.compiledKernels != nil && features.supports($0) }
    }()

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
        guard let kernels = compiledKernels, KernelVariant.available.contains(self) else { throw .unavailable(self) }
        return kernels
    }

    /// The kernels that this build holds for the variant, whether or not this processor runs them.
    private var compiledKernels: (any Kernels.Type)? {
        switch self {
        case .plain: return PlainKernels<Float>.self
        case .baseline: return TensorKernelsBaseline.SIMDKernels.self
        #if arch(x86_64)
            case .v3: return TensorKernelsV3.SIMDKernels.self
            case .v4: return TensorKernelsV4.SIMDKernels.self
        #else
            case .v3, .v4: return nil
        #endif
        }
    }
}
