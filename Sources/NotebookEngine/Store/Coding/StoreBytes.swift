/// Bytes in the store's form, read in place.
struct StoreBytes {
    private let bytes: [UInt8]

    /// The bytes end before what they announce.
    struct CutOff: Error {}

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    func tag(at offset: Int) -> StoreTag? { offset < bytes.count ? StoreTag(rawValue: bytes[offset]) : nil }

    /// The integer whose bytes begin at an offset.
    func integer<Integer: FixedWidthInteger>(at offset: Int, as type: Integer.Type = Integer.self) throws -> Integer {
        let size = Integer.bitWidth / 8
        guard offset + size <= bytes.count else { throw CutOff() }
        return bytes.withUnsafeBytes { Integer(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: type)) }
    }

    /// A count or a length.
    func count(at offset: Int) throws -> Int { Int(try integer(at: offset, as: UInt32.self)) }

    func slice(from offset: Int, count: Int) throws -> ArraySlice<UInt8> {
        guard offset + count <= bytes.count else { throw CutOff() }
        return bytes[offset..<offset + count]
    }

    /// The bytes behind the value that begins at an offset.
    func end(ofValueAt offset: Int) throws -> Int {
        let end =
            switch tag(at: offset) {
            case nil: throw CutOff()
            case .null, .no, .yes: offset + 1
            case .integer, .number: offset + 9
            case .text, .data: offset + 5 + (try count(at: offset + 1))
            case .list, .map: offset + 9 + (try count(at: offset + 5))
            }
        guard end <= bytes.count else { throw CutOff() }
        return end
    }

    /// Whether a text stands at an offset.
    func holds(_ text: String, from offset: Int, count: Int) -> Bool {
        var text = text
        return text.withUTF8 { $0.count == count && $0.elementsEqual(bytes[offset..<offset + count]) }
    }
}
