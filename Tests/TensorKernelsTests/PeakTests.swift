import TensorKernels
import Testing

@Suite struct PeakTests {
    @Test(arguments: KernelVariant.available)
    func countsTheOperationsOfEachRound(variant: KernelVariant) throws {
        let kernels = try variant.kernels()
        let values = GuardedBuffer<Float>(repeating: 0, count: 256)
        let single = kernels.multiplyAddInRegisters(rounds: 1, values: values.pointer)
        #expect(single > 0)
        // Each value that took part has gone from 0 to 1/2, by one multiplication and one addition.
        #expect(values.elements.count { $0 == 0.5 } * 2 == single)
        #expect(kernels.multiplyAddInRegisters(rounds: 1_000, values: values.pointer) == 1_000 * single)
        // x ← x/2 + 1/2 halves the distance to 1, which after so many rounds is less than rounding.
        #expect(values.elements.count { $0 == 1 } * 2 == single)
    }
}
