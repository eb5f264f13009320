import TensorKernels
import Testing

@Suite struct AlignedBufferTests {
    @Test(arguments: [0, 1, 3, 1000])
    func beginsOnACacheLine(count: Int) {
        let buffer = AlignedBuffer<Float>(repeating: 2.5, count: count)
        #expect(Int(bitPattern: buffer.pointer) % 64 == 0)
        #expect(buffer.elements == Array(repeating: 2.5, count: count))
    }

    @Test func copiesAnArray() {
        let buffer = AlignedBuffer([UInt8(3), 1, 4])
        buffer[1] = 7
        #expect(buffer.elements == [3, 7, 4])
        #expect(AlignedBuffer([Float]()).count == 0)
    }
}
