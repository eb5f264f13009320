@testable import DigitData

/// Writes IDX files, right or wrong as asked.
enum IDXWriter {
    static func file(magic: UInt32, dimensions: [UInt32], content: [UInt8]) -> [UInt8] {
        ([magic] + dimensions).flatMap { word in (0..<4).map { UInt8(word >> (24 - 8 * $0) & 0xff) } } + content
    }

    static func images(count: Int, height: Int = 2, width: Int = 3, content: [UInt8]? = nil) -> [UInt8] {
        file(
            magic: IDXHeader.imageMagic, dimensions: [UInt32(count), UInt32(height), UInt32(width)],
            content: content ?? (0..<count * height * width).map { UInt8(truncatingIfNeeded: $0) })
    }

    static func labels(_ labels: [UInt8]) -> [UInt8] {
        file(magic: IDXHeader.labelMagic, dimensions: [UInt32(labels.count)], content: labels)
    }
}
