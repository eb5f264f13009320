import TensorKernels
import Testing

@Suite struct PixelsTests {
    @Test(arguments: KernelVariant.available, [1, 17, 784, 50_000])
    func mapsGreyLevelsToTheUnitInterval(variant: KernelVariant, count: Int) throws {
        let kernels = try variant.kernels()
        let levels = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
        let pixels = GuardedBuffer(levels)
        for threads in threadCounts {
            let output = GuardedBuffer<Float>(repeating: .nan, count: count)
            kernels.unitScale(
                count: count, pixels: pixels.pointer, output: output.pointer, pool: ThreadPool(threads: threads))
            #expect(output.elements == levels.map { Float($0) / 255 })
        }
    }
}
