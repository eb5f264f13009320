/// Makes text safe in HTML and in SVG, which is XML when it stands alone.
enum Escaping {
    /// Appends a text with what would be markup escaped.
    ///
    /// Control characters and noncharacters, which neither language allows even escaped, become U+FFFD; CR and
    /// CR LF become LF.
    static func append(_ text: String, to bytes: inout [UInt8], isAttribute: Bool) {
        var text = text
        text.withUTF8 { source in
            var copied = 0
            var index = 0
            while index < source.count {
                guard let (replacement, length) = replacement(in: source, at: index, isAttribute: isAttribute) else {
                    index += 1
                    continue
                }
                bytes.append(contentsOf: source[copied..<index])
                bytes.append(contentsOf: replacement.utf8)
                index += length
                copied = index
            }
            bytes.append(contentsOf: source[copied...])
        }
    }

    /// Whether an attribute's value may stand without quotation marks (HTML, 13.1.2.3).
    static func needsNoQuotes(_ value: String) -> Bool {
        !value.isEmpty && value.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !mustBeQuoted($0) }
    }

    private static func mustBeQuoted(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: ">"),
            UInt8(ascii: "`"), UInt8(ascii: "&"):
            true
        default:
            false
        }
    }

    /// What stands for the scalar that begins at a byte, and its length in bytes; nil where it stands for itself.
    @inline(__always)
    private static func replacement(
        in source: UnsafeBufferPointer<UInt8>, at index: Int, isAttribute: Bool
    ) -> (String, Int)? {
        let byte = source[index]
        // Most bytes are letters, digits, spaces or continuations.
        if byte > 0x3E, byte < 0x7F || (byte > 0x7F && byte < 0xC2) { return nil }
        switch byte {
        case UInt8(ascii: "&"): return ("&amp;", 1)
        case UInt8(ascii: "<"): return ("&lt;", 1)
        case UInt8(ascii: ">"): return ("&gt;", 1)
        case UInt8(ascii: "\""): return isAttribute ? ("&quot;", 1) : nil
        case 0x0D:
            let length = index + 1 < source.count && source[index + 1] == 0x0A ? 2 : 1
            return (isAttribute ? "&#10;" : "\n", length)
        case 0x0A: return isAttribute ? ("&#10;", 1) : nil
        case 0x09: return isAttribute ? ("&#9;", 1) : nil
        case 0x00...0x1F, 0x7F: return ("\u{FFFD}", 1)
        // U+0080...U+009F
        case 0xC2 where source[index + 1] < 0xA0: return ("\u{FFFD}", 2)
        // U+FDD0...U+FDEF, U+FFFE, U+FFFF
        case 0xEF
        where source[index + 1] == 0xB7 && (0x90...0xAF).contains(source[index + 2])
            || source[index + 1] == 0xBF && source[index + 2] >= 0xBE:
            return ("\u{FFFD}", 3)
        // The last two code points of every further plane.
        case 0xF0...0xF4
        where source[index + 1] & 0x0F == 0x0F && source[index + 2] == 0xBF && source[index + 3] >= 0xBE:
            return ("\u{FFFD}", 4)
        default: return nil
        }
    }
}
