package import TensorKernelsInterface

/// Scalar loops that say what each kernel computes, as plainly as a textbook.
///
/// They are the reference that fast kernels are checked against, so that sums are taken in double precision and
/// rounded once. `PlainKernels<Float>` is a set of kernels; `PlainKernels<Double>` serves gradient checks.
package enum PlainKernels<Scalar: BinaryFloatingPoint & BitwiseCopyable>: Sendable {}

extension PlainKernels: Kernels where Scalar == Float {
    package static var variant: KernelVariant { .plain }
}
