import Foundation

extension ImageFormat {
    /// Whether a picture's bytes go on to where its format says that it ends.
    ///
    /// A picture that was cut off, or that a browser could not show at all, is found before a reader sees it broken. Only the
    /// outermost structure is looked at; what follows the end is let pass, as browsers do.
    func isComplete(_ data: Data) -> Bool {
        let bytes = [UInt8](data)
        return switch self {
        case .png: Self.pngEnds(bytes)
        case .jpeg: Self.jpegEnds(bytes)
        case .gif: bytes.count > 13 && bytes.last(where: { $0 != 0 }) == 0x3B
        case .webP: bytes.count >= 20 && Self.number(bytes, at: 4, isLittleEndian: true) + 8 <= bytes.count
        case .bmp: bytes.count >= 26 && Self.number(bytes, at: 2, isLittleEndian: true) <= bytes.count
        case .icon: Self.iconEnds(bytes)
        case .avif: Self.boxesEnd(bytes)
        case .svg: Self.svgEnds(data)
        }
    }

    private static func number(_ bytes: [UInt8], at offset: Int, isLittleEndian: Bool = false) -> Int {
        guard offset >= 0, offset + 4 <= bytes.count else { return .max / 4 }
        let four = bytes[offset..<offset + 4]
        return (isLittleEndian ? Array(four.reversed()) : Array(four)).reduce(0) { $0 << 8 | Int($1) }
    }

    /// Chunks of length, name, data and checksum, up to `IEND` (PNG, third edition, section 5.3).
    private static func pngEnds(_ bytes: [UInt8]) -> Bool {
        var offset = 8
        var hasData = false
        while offset + 12 <= bytes.count {
            let name = bytes[offset + 4..<offset + 8]
            let next = offset + 12 + number(bytes, at: offset)
            guard next <= bytes.count else { return false }
            if name.elementsEqual("IDAT".utf8) { hasData = true }
            if name.elementsEqual("IEND".utf8) { return hasData }
            offset = next
        }
        return false
    }

    /// An image's data (start of scan) and, behind it, the end of the image (ITU T.81, annex B).
    private static func jpegEnds(_ bytes: [UInt8]) -> Bool {
        var offset = 2
        while offset + 4 <= bytes.count, bytes[offset] == 0xFF {
            let marker = bytes[offset + 1]
            if marker == 0xFF {
                offset += 1
                continue
            }
            let length = Int(bytes[offset + 2]) << 8 | Int(bytes[offset + 3])
            if marker == 0xDA {
                // In the data a byte 255 is followed by 0, so that the end's marker cannot occur.
                return (offset + 2 + length..<max(offset + 2 + length, bytes.count - 1)).contains {
                    bytes[$0] == 0xFF && bytes[$0 + 1] == 0xD9
                }
            }
            offset += 2 + length
        }
        return false
    }

    /// A directory whose entries name the place and size of each picture.
    private static func iconEnds(_ bytes: [UInt8]) -> Bool {
        guard bytes.count >= 22 else { return false }
        let count = Int(bytes[4]) | Int(bytes[5]) << 8
        return count > 0
            && (0..<count).allSatisfy { index in
                let entry = 6 + 16 * index
                return number(bytes, at: entry + 8, isLittleEndian: true)
                    + number(bytes, at: entry + 12, isLittleEndian: true) <= bytes.count
            }
    }

    /// Boxes of size and name that fill the file (ISO/IEC 14496-12); a size of 0 reaches to the end.
    private static func boxesEnd(_ bytes: [UInt8]) -> Bool {
        var offset = 0
        while offset < bytes.count {
            guard offset + 8 <= bytes.count else { return false }
            var size = number(bytes, at: offset)
            if size == 0 { return true }
            if size == 1 { size = number(bytes, at: offset + 12) }
            guard size >= 8 else { return false }
            offset += size
        }
        return offset == bytes.count
    }

    private static func svgEnds(_ data: Data) -> Bool {
        let text = String(decoding: data, as: UTF8.self)
        return text.contains("</svg") || text.contains("/>")
    }
}
