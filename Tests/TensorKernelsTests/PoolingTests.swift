import TensorKernels
import Testing

@Suite struct PoolingTests {
    static let samples = [
        PoolingShape(batch: 3, height: 28, width: 28, channels: 32, window: 2),
        PoolingShape(batch: 5, height: 7, width: 7, channels: 128, window: 2),
        PoolingShape(batch: 1, height: 1, width: 1, channels: 1, window: 1),
        PoolingShape(batch: 2, height: 5, width: 9, channels: 3, window: 2),
        PoolingShape(batch: 2, height: 10, width: 11, channels: 17, window: 3),
        PoolingShape(batch: 4, height: 4, width: 5, channels: 10, window: 4),
        PoolingShape(batch: 1, height: 16, width: 16, channels: 2, window: 16),
    ]

    @Test(arguments: fastVariants, samples)
    func matchesPlainLoopsToTheBit(variant: KernelVariant, shape: PoolingShape) throws {
        let kernels = try variant.kernels()
        let fast = results(kernels, shape, threads: 2)
        let plain = results(PlainKernels<Float>.self, shape, threads: 1)
        #expect(fast.values == plain.values)
        #expect(fast.winners == plain.winners)
    }

    @Test(arguments: KernelVariant.available)
    func isIndependentOfThreadCount(variant: KernelVariant) throws {
        let kernels = try variant.kernels()
        let shape = PoolingShape(batch: 40, height: 13, width: 12, channels: 11, window: 2)
        let single = results(kernels, shape, threads: 1)
        for threads in threadCounts {
            let result = results(kernels, shape, threads: threads)
            #expect(result.values == single.values)
            #expect(result.winners == single.winners)
        }
    }

    @Test(arguments: KernelVariant.available)
    func takesTheFirstOfEquals(variant: KernelVariant) throws {
        let kernels = try variant.kernels()
        let shape = PoolingShape(batch: 1, height: 2, width: 2, channels: 20, window: 2)
        let input = GuardedBuffer<Float>(repeating: -1, count: 80)
        // The last two of each window share the greatest value.
        for channel in 0..<20 {
            input.pointer[40 + channel] = 2
            input.pointer[60 + channel] = 2
        }
        let output = GuardedBuffer<Float>(repeating: .nan, count: 20)
        let winners = GuardedBuffer<UInt8>(repeating: 9, count: 20)
        kernels.maxPool(
            shape, input: input.pointer, output: output.pointer, winners: winners.pointer,
            pool: ThreadPool(threads: 1))
        #expect(output.elements == Array(repeating: 2, count: 20))
        #expect(winners.elements == Array(repeating: 2, count: 20))
    }

    @Test func plainGradientIsTheDerivative() {
        let shape = PoolingShape(batch: 1, height: 5, width: 4, channels: 2, window: 2)
        // Whole multiples of 0.05 in shuffled order: no two values of a window lie closer, the step is 10⁻⁵.
        let input = (0..<40).map { Double($0 * 17 % 40) * 0.05 }
        var numbers = Numbers(seed: 6)
        let weights = numbers.uniform(8)
        let pool = ThreadPool(threads: 1)
        func pooled(_ input: [Double]) -> (output: [Double], winners: [UInt8]) {
            var output = Array(repeating: 0.0, count: 8)
            var winners = Array(repeating: UInt8(0), count: 8)
            PlainKernels<Double>.maxPool(shape, input: input, output: &output, winners: &winners, pool: pool)
            return (output, winners)
        }
        var gradient = input
        PlainKernels<Double>.maxPoolGradient(
            shape, outputGradient: weights, winners: pooled(input).winners, inputGradient: &gradient, pool: pool)
        let differences = centralDifferences(at: input) { dot(weights, pooled($0).output) }
        #expect(relativeError(gradient, differences) < gradientTolerance)
    }

    private func results(
        _ kernels: any Kernels.Type, _ shape: PoolingShape, threads: Int
    ) -> (values: [[Float]], winners: [UInt8]) {
        let pool = ThreadPool(threads: threads)
        var numbers = Numbers(seed: 7)
        let outputs = shape.batch * shape.outHeight * shape.outWidth * shape.channels
        let inputs = shape.batch * shape.height * shape.width * shape.channels
        // Few distinct values, so that windows hold ties.
        let input = GuardedBuffer(numbers.bytes(inputs, below: 5).map { Float($0) })
        let gradient = GuardedBuffer(numbers.uniform(outputs).map(Float.init))
        let output = GuardedBuffer<Float>(repeating: .nan, count: outputs)
        let winners = GuardedBuffer<UInt8>(repeating: 255, count: outputs)
        let inputGradient = GuardedBuffer<Float>(repeating: .nan, count: inputs)
        kernels.maxPool(
            shape, input: input.pointer, output: output.pointer, winners: winners.pointer, pool: pool)
        kernels.maxPoolGradient(
            shape, outputGradient: gradient.pointer, winners: winners.pointer,
            inputGradient: inputGradient.pointer, pool: pool)
        return ([output.elements, inputGradient.elements], winners.elements)
    }
}
