/// Writes gzip members with stored blocks (RFC 1951, 3.2.4): valid for any reader, written without zlib.
enum GzipWriter {
    static func compress(_ content: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]
        var start = 0
        repeat {
            let end = min(start + 0xffff, content.count)
            let length = UInt16(end - start)
            bytes.append(end == content.count ? 1 : 0)
            bytes += [UInt8(length & 0xff), UInt8(length >> 8), UInt8(~length & 0xff), UInt8(~length >> 8)]
            bytes += content[start..<end]
            start = end
        } while start < content.count
        return bytes + littleEndian(crc32(content)) + littleEndian(UInt32(truncatingIfNeeded: content.count))
    }

    private static func littleEndian(_ word: UInt32) -> [UInt8] {
        (0..<4).map { UInt8(word >> (8 * $0) & 0xff) }
    }

    /// The CRC-32 of RFC 1952, section 8, bit by bit.
    private static func crc32(_ bytes: [UInt8]) -> UInt32 {
        var crc = ~UInt32(0)
        for byte in bytes {
            crc ^= UInt32(byte)
            for _ in 0..<8 {
                crc = (crc & 1 == 1) ? (crc >> 1) ^ 0xedb8_8320 : crc >> 1
            }
        }
        return ~crc
    }
}
