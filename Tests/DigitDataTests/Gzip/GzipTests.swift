import Testing

@testable import DigitData

struct GzipTests {
    /// `printf 'seven seven seven' | gzip -9n`: one block with Huffman codes and a back reference.
    static let huffman: [UInt8] = [
        0x1f, 0x8b, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0x2b, 0x4e, 0x2d, 0x4b, 0xcd, 0x53, 0x28, 0x46,
        0x90, 0x00, 0x6e, 0x51, 0xca, 0xba, 0x11, 0x00, 0x00, 0x00,
    ]

    @Test(arguments: [0, 1, 65_535, 65_536, 200_000])
    func readsBackWhatWasCompressed(length: Int) throws {
        let content = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        #expect(try Gzip.decompress(GzipWriter.compress(content), limit: length + 1) == content)
    }

    @Test(arguments: [0, 1, 5000, 200_000])
    func readsStreamsOfUnknownLength(length: Int) throws {
        let content = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        #expect(try Gzip.decompressAll(GzipWriter.compress(content), limit: 200_000) == content)
        let members = GzipWriter.compress(content) + GzipWriter.compress([7])
        #expect(try Gzip.decompressAll(members, limit: 200_001) == content + [7])
    }

    @Test func refusesStreamsBeyondTheLimit() throws {
        #expect(try Gzip.decompressAll(GzipWriter.compress([1, 2, 3]), limit: 2) == nil)
    }

    @Test func readsHuffmanCodes() throws {
        #expect(try Gzip.decompress(Self.huffman, limit: 100) == Array("seven seven seven".utf8))
    }

    @Test func readsMembersOneAfterAnother() throws {
        let bytes = GzipWriter.compress([1, 2]) + GzipWriter.compress([3])
        #expect(try Gzip.decompress(bytes, limit: 10) == [1, 2, 3])
    }

    @Test func stopsAtTheLimit() throws {
        #expect(try Gzip.decompress(GzipWriter.compress([1, 2, 3]), limit: 2) == [1, 2])
    }

    @Test(arguments: [0, 5, 12, 20, 27])
    func reportsTruncation(length: Int) {
        let whole = GzipWriter.compress([1, 2, 3, 4, 5])
        #expect(throws: GzipError.truncated(length: length)) {
            try Gzip.decompress(Array(whole.prefix(length)), limit: 10)
        }
    }

    @Test func reportsBytesThatFollow() {
        let whole = GzipWriter.compress([1, 2, 3])
        #expect(throws: GzipError.trailingBytes(offset: whole.count, count: 2)) {
            try Gzip.decompress(whole + [0, 0], limit: 10)
        }
    }

    @Test func reportsWrongChecksumWithZlibsReason() {
        var bytes = GzipWriter.compress([1, 2, 3])
        bytes[bytes.count - 8] ^= 1
        #expect(throws: GzipError.corrupt(offset: bytes.count - 4, reason: "incorrect data check")) {
            try Gzip.decompress(bytes, limit: 10)
        }
    }

    /// No byte of a damaged stream makes it crash or return content as if nothing had happened.
    @Test func everyDamagedByteIsNoticedOrHarmless() {
        let content: [UInt8] = [1, 2, 3, 4]
        let whole = GzipWriter.compress(content)
        for index in whole.indices {
            for bit in 0..<8 {
                var damaged = whole
                damaged[index] ^= 1 << bit
                // Harmless: time, operating system and the like, which are not part of the content.
                let read = try? Gzip.decompress(damaged, limit: 100)
                #expect(read == nil || read == content, "byte \(index), bit \(bit)")
            }
        }
    }
}
