/// A script without its comments and without the white space that separates nothing.
///
/// Reads the program's own scripts, in which every statement ends with a semicolon or a brace and there are no regular
/// expressions. Strings and templates stay as they are.
struct CompactScript {
    private(set) var bytes: [UInt8] = []

    init(_ source: [UInt8]) {
        var rest = source[...]
        var isSeparated = false
        while let byte = rest.first {
            var token = rest.prefix(1)
            switch byte {
            case UInt8(ascii: " "), UInt8(ascii: "\n"):
                isSeparated = true
                rest = rest.dropFirst()
                continue
            case UInt8(ascii: "/") where rest.dropFirst().first == byte:
                rest = rest.drop { $0 != UInt8(ascii: "\n") }
                continue
            case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"):
                token = Self.text(at: rest)
            default:
                break
            }
            if isSeparated, let last = bytes.last, Self.wouldJoin(last, byte) { bytes.append(UInt8(ascii: " ")) }
            isSeparated = false
            bytes.append(contentsOf: token)
            rest = rest[token.endIndex...]
        }
    }

    /// A string or template up to the quotation mark that ends it.
    private static func text(at rest: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var end = rest.startIndex + 1
        while end < rest.endIndex, rest[end] != rest[rest.startIndex] {
            end += rest[end] == UInt8(ascii: "\\") ? 2 : 1
        }
        return rest[..<min(end + 1, rest.endIndex)]
    }

    /// Whether two bytes mean something else side by side: parts of one word, `++`, `--`, `//`, `?.`.
    private static func wouldJoin(_ first: UInt8, _ second: UInt8) -> Bool {
        switch first {
        case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "/"): first == second
        case UInt8(ascii: "?"): second == UInt8(ascii: ".")
        default: isWordPart(first) && isWordPart(second)
        }
    }

    private static func isWordPart(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"), 0x80...:
            true
        default:
            false
        }
    }
}
