import TensorKernels
import Testing

@Suite struct DropoutTests {
    @Test(arguments: KernelVariant.available, [1, 13, 256, 50_001])
    func keepsTheSameElementsInEveryVariant(variant: KernelVariant, count: Int) throws {
        let kernels = try variant.kernels()
        let output = dropped(kernels, count: count, rate: 0.3, key: 0x1234_5678_9ABC_DEF0, threads: 2)
        let plain = dropped(PlainKernels<Float>.self, count: count, rate: 0.3, key: 0x1234_5678_9ABC_DEF0, threads: 1)
        #expect(output.map { $0 == 0 } == plain.map { $0 == 0 })
        #expect(relativeError(output, plain) < kernelTolerance)
    }

    @Test(arguments: KernelVariant.available)
    func isIndependentOfThreadCount(variant: KernelVariant) throws {
        let kernels = try variant.kernels()
        let single = dropped(kernels, count: 70_001, rate: 0.5, key: 3, threads: 1)
        for threads in threadCounts {
            #expect(dropped(kernels, count: 70_001, rate: 0.5, key: 3, threads: threads) == single)
        }
    }

    @Test(arguments: [Float(0), 0.1, 0.5, 0.9], [UInt64(0), 1, 1 << 32, .max])
    func dropsAtItsRate(rate: Float, key: UInt64) {
        let count = 40_000
        let output = dropped(PlainKernels<Float>.self, count: count, rate: rate, key: key, threads: 1)
        let share = Double(output.count { $0 == 0 }) / Double(count)
        // Five standard deviations of a share of independent draws.
        let margin = 5 * (Double(rate) * (1 - Double(rate)) / Double(count)).squareRoot()
        #expect(abs(share - Double(rate)) <= margin)
        #expect(output.allSatisfy { $0 == 0 || $0 == 1 / (1 - rate) })
    }

    @Test func masksOfDifferentKeysAgreeByChanceAlone() {
        let count = 40_000
        let masks = [UInt64(0), 1, 2, 1 << 32, 1 << 63].map { key in
            dropped(PlainKernels<Float>.self, count: count, rate: 0.5, key: key, threads: 1).map { $0 == 0 }
        }
        for first in masks.indices {
            for second in masks.indices where second > first {
                let agreements = zip(masks[first], masks[second]).count { $0 == $1 }
                // Five standard deviations around one half.
                #expect(abs(Double(agreements) / Double(count) - 0.5) < 5 * 0.5 / Double(count).squareRoot())
            }
        }
    }

    @Test func neighboursInOneMaskAgreeByChanceAlone() {
        let count = 40_000
        let mask = dropped(PlainKernels<Float>.self, count: count, rate: 0.5, key: 99, threads: 1).map { $0 == 0 }
        for distance in [1, 2, 16, 256] {
            let agreements = zip(mask, mask.dropFirst(distance)).count { $0 == $1 }
            #expect(abs(Double(agreements) / Double(count - distance) - 0.5) < 5 * 0.5 / Double(count).squareRoot())
        }
    }

    /// Ones with some dropped.
    private func dropped(
        _ kernels: any Kernels.Type, count: Int, rate: Float, key: UInt64, threads: Int
    ) -> [Float] {
        let values = GuardedBuffer<Float>(repeating: 1, count: count)
        kernels.dropout(
            count: count, rate: rate, key: key, input: values.pointer, output: values.pointer,
            pool: ThreadPool(threads: threads))
        return values.elements
    }
}
