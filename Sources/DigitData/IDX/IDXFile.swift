/// The content of an IDX file of unsigned bytes.
struct IDXFile: Hashable, Sendable {
    /// Lengths of the dimensions, outermost first.
    let dimensions: [Int]
    /// The elements, last dimension fastest.
    let content: [UInt8]

    /// No file is read, compressed or not, whose content is longer: 1 GiB, twenty times MNIST's.
    static let largestContent = 1 << 30

    /// Reads a whole file from its bytes, which may be compressed with gzip, and checks every length.
    ///
    /// A header is believed only as far as the file can bear it out: no more memory is taken than the file's bytes
    /// could fill.
    init(parsing bytes: [UInt8], magic: UInt32) throws(DataFileError.Problem) {
        let isCompressed = Gzip.isCompressed(bytes)
        let headerLength = IDXHeader.length(magic: magic)
        let beginning =
            isCompressed
            ? try Self.decompress(bytes, limit: headerLength) : Array(bytes.prefix(headerLength))
        let header = try IDXHeader(parsing: beginning, magic: magic)

        let possible = isCompressed ? bytes.count * Gzip.largestExpansion : Self.largestContent
        let limit = min(possible, Self.largestContent)
        guard let declared = header.contentLength, declared <= limit else {
            throw .declaresTooMuch(bytes: header.contentLength ?? Int.max, possible: limit)
        }
        // One byte more than declared, so that a longer file is noticed.
        let whole =
            isCompressed ? try Self.decompress(bytes, limit: headerLength + declared + 1) : bytes
        let found = whole.count - headerLength
        if found < declared { throw .truncatedContent(declared: declared, found: found) }
        if found > declared { throw .bytesAfterContent(declared: declared) }
        dimensions = header.dimensions
        content = Array(whole[headerLength...])
    }

    private static func decompress(_ bytes: [UInt8], limit: Int) throws(DataFileError.Problem) -> [UInt8] {
        do {
            return try Gzip.decompress(bytes, limit: limit)
        } catch {
            switch error {
            case .truncated(let length): throw .truncatedGzip(length: length)
            case .corrupt(let offset, let reason): throw .corruptGzip(offset: offset, reason: reason)
            case .trailingBytes(let offset, let count): throw .bytesAfterGzip(offset: offset, count: count)
            }
        }
    }
}

extension DataFileError.Problem: Error {}
