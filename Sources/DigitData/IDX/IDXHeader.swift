/// The beginning of an IDX file: a magic number and the lengths of its dimensions, all 32 bits, big endian.
///
/// Format: Y. LeCun, C. Cortes, C. Burges, "The MNIST database of handwritten digits". The magic number's third byte
/// is the type (8: unsigned bytes), its fourth the number of dimensions.
struct IDXHeader: Hashable, Sendable {
    /// Bytes in three dimensions: pictures, rows, columns.
    static let imageMagic: UInt32 = 0x0000_0803
    /// Bytes in one dimension.
    static let labelMagic: UInt32 = 0x0000_0801

    /// Lengths of the dimensions, outermost first.
    let dimensions: [Int]

    /// Number of bytes of the header itself.
    var length: Int { 4 + 4 * dimensions.count }

    /// Number of bytes that must follow; nil where the product exceeds what an `Int` holds.
    var contentLength: Int? {
        var product = 1
        for dimension in dimensions {
            let (next, overflow) = product.multipliedReportingOverflow(by: dimension)
            if overflow { return nil }
            product = next
        }
        return product
    }

    /// Number of bytes of a header with this magic number.
    static func length(magic: UInt32) -> Int { 4 + 4 * Int(magic & 0xff) }

    /// Reads a header with the expected magic number from the beginning of `bytes`.
    init(parsing bytes: [UInt8], magic: UInt32) throws(DataFileError.Problem) {
        if bytes.isEmpty { throw .empty }
        let needed = Self.length(magic: magic)
        guard bytes.count >= 4 else { throw .shortHeader(bytes: bytes.count, needed: needed) }
        let found = Self.word(in: bytes, at: 0)
        guard found == magic else { throw .wrongMagic(found: found, expected: magic) }
        guard bytes.count >= needed else { throw .shortHeader(bytes: bytes.count, needed: needed) }
        dimensions = stride(from: 4, to: needed, by: 4).map { Int(Self.word(in: bytes, at: $0)) }
    }

    private static func word(in bytes: [UInt8], at offset: Int) -> UInt32 {
        bytes[offset..<offset + 4].reduce(0) { $0 << 8 | UInt32($1) }
    }
}
