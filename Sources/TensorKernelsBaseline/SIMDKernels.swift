package import TensorKernelsInterface

/// Kernels on vector registers, compiled for the instruction set of the module that they stand in.
package enum SIMDKernels: Kernels {
    package static var variant: KernelVariant {
        #if KERNELS_V4
            .v4
        #elseif KERNELS_V3
            .v3
        #else
            .baseline
        #endif
    }
}
