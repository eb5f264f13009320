import TensorKernels
import Testing

@Suite struct RectifierTests {
    @Test(arguments: fastVariants, [0, 1, 15, 16, 17, 1000, 40_001])
    func matchesPlainLoopsToTheBit(variant: KernelVariant, count: Int) throws {
        let kernels = try variant.kernels()
        #expect(
            results(kernels, count: count, threads: 2) == results(PlainKernels<Float>.self, count: count, threads: 1))
    }

    @Test(arguments: KernelVariant.available)
    func isIndependentOfThreadCount(variant: KernelVariant) throws {
        let kernels = try variant.kernels()
        let single = results(kernels, count: 100_003, threads: 1)
        for threads in threadCounts {
            #expect(results(kernels, count: 100_003, threads: threads) == single)
        }
    }

    @Test func plainGradientIsTheDerivative() {
        // Every input is at least 0.01 away from the kink at zero; the step of the differences is 10⁻⁵.
        var numbers = Numbers(seed: 4)
        let input = numbers.uniform(40).map { $0 + ($0 < 0 ? -0.01 : 0.01) }
        let weights = numbers.uniform(40)
        let pool = ThreadPool(threads: 1)
        func rectified(_ input: [Double]) -> [Double] {
            var output = input
            PlainKernels<Double>.rectify(count: 40, input: input, output: &output, pool: pool)
            return output
        }
        var gradient = weights
        PlainKernels<Double>.rectifyGradient(
            count: 40, output: rectified(input), outputGradient: weights, inputGradient: &gradient, pool: pool)
        let differences = centralDifferences(at: input) { dot(weights, rectified($0)) }
        #expect(relativeError(gradient, differences) < gradientTolerance)
    }

    @Test(arguments: KernelVariant.available)
    func letsNotANumberThrough(variant: KernelVariant) throws {
        let kernels = try variant.kernels()
        let values = GuardedBuffer<Float>(repeating: .nan, count: 21)
        kernels.rectify(count: 21, input: values.pointer, output: values.pointer, pool: ThreadPool(threads: 1))
        #expect(values.elements.allSatisfy { $0.isNaN })
    }

    /// Outputs and gradients, in place and not.
    private func results(_ kernels: any Kernels.Type, count: Int, threads: Int) -> [[Float]] {
        let pool = ThreadPool(threads: threads)
        var numbers = Numbers(seed: 5)
        let input = GuardedBuffer(numbers.uniform(count).map(Float.init))
        let gradient = GuardedBuffer(numbers.uniform(count).map(Float.init))
        let output = GuardedBuffer<Float>(repeating: .nan, count: count)
        let inputGradient = GuardedBuffer<Float>(repeating: .nan, count: count)
        kernels.rectify(count: count, input: input.pointer, output: output.pointer, pool: pool)
        kernels.rectifyGradient(
            count: count, output: output.pointer, outputGradient: gradient.pointer,
            inputGradient: inputGradient.pointer, pool: pool)
        kernels.rectify(count: count, input: input.pointer, output: input.pointer, pool: pool)
        kernels.rectifyGradient(
            count: count, output: output.pointer, outputGradient: gradient.pointer,
            inputGradient: gradient.pointer, pool: pool)
        return [output.elements, inputGradient.elements, input.elements, gradient.elements]
    }
}
