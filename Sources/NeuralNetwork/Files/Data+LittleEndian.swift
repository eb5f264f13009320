internal import Foundation

extension Data {
    mutating func append(littleEndian value: UInt32) {
        Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
    }

    mutating func append(littleEndian values: [Float]) {
        // A closure, because a key path of two steps is walked anew for each element.
        values.map { $0.bitPattern.littleEndian }.withUnsafeBytes { append(contentsOf: $0) }
    }

    /// The integer whose first byte has the index `index`; four bytes must follow from there.
    func littleEndianInteger(at index: Index) -> UInt32 {
        UInt32(littleEndian: self[index..<index + 4].withUnsafeBytes { $0.loadUnaligned(as: UInt32.self) })
    }

    /// The content as floats; up to three bytes at the end are left out.
    func littleEndianFloats() -> [Float] {
        withUnsafeBytes { bytes in
            stride(from: 0, to: bytes.count - bytes.count % 4, by: 4).map { offset in
                Float(bitPattern: UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
            }
        }
    }
}
