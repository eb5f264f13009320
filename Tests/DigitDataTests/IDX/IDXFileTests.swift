import Testing

@testable import DigitData

struct IDXFileTests {
    @Test(arguments: [false, true])
    func readsCompressedAndUncompressedFiles(isCompressed: Bool) throws {
        let bytes = IDXWriter.images(count: 2, height: 2, width: 3)
        let pictures = try IDXPictures(parsing: isCompressed ? GzipWriter.compress(bytes) : bytes)
        #expect(pictures.count == 2)
        #expect(pictures.height == 2)
        #expect(pictures.width == 3)
        #expect(pictures.pixels == Array(0..<12))
    }

    @Test(arguments: [false, true])
    func readsLabels(isCompressed: Bool) throws {
        let bytes = IDXWriter.labels([0, 9, 5])
        #expect(try IDXLabels(parsing: isCompressed ? GzipWriter.compress(bytes) : bytes).labels == [0, 9, 5])
    }

    static let damagedImages: [([UInt8], DataFileError.Problem)] = [
        ([], .empty),
        ([0, 0, 8], .shortHeader(bytes: 3, needed: 16)),
        ([0, 0, 8, 3, 0, 0, 0, 1], .shortHeader(bytes: 8, needed: 16)),
        (IDXWriter.labels([1, 2, 3]), .wrongMagic(found: 0x801, expected: 0x803)),
        (Array("<!DOCTYPE html>".utf8), .wrongMagic(found: 0x3c21_444f, expected: 0x803)),
        (IDXWriter.images(count: 0), .emptyDimension(images: 0, height: 2, width: 3)),
        (IDXWriter.images(count: 3, height: 0), .emptyDimension(images: 3, height: 0, width: 3)),
        (
            IDXWriter.images(count: 2, content: Array(repeating: 1, count: 11)),
            .truncatedContent(declared: 12, found: 11)
        ),
        (IDXWriter.images(count: 2, content: Array(repeating: 1, count: 13)), .bytesAfterContent(declared: 12)),
    ]

    @Test(arguments: damagedImages)
    func refusesDamagedImages(bytes: [UInt8], problem: DataFileError.Problem) {
        #expect(throws: problem) { try IDXPictures(parsing: bytes) }
        if bytes.isEmpty { return }
        #expect(throws: problem) { try IDXPictures(parsing: GzipWriter.compress(bytes)) }
    }

    /// Headers that ask for more memory than there is are refused before any is taken.
    @Test(arguments: [
        ([0xffff_ffff, 0xffff_ffff, 0xffff_ffff], Int.max),
        ([60_000, 28_000, 28_000], 60_000 * 28_000 * 28_000),
        ([2_000_000, 28, 28], 2_000_000 * 28 * 28),
    ])
    func refusesAbsurdDimensions(dimensions: [UInt32], declared: Int) {
        let bytes = IDXWriter.file(magic: IDXHeader.imageMagic, dimensions: dimensions, content: [1])
        #expect(throws: DataFileError.Problem.declaresTooMuch(bytes: declared, possible: 1 << 30)) {
            try IDXPictures(parsing: bytes)
        }
        let compressed = GzipWriter.compress(bytes)
        #expect(throws: DataFileError.Problem.declaresTooMuch(bytes: declared, possible: compressed.count * 1032)) {
            try IDXPictures(parsing: compressed)
        }
    }

    @Test func refusesLabelsAboveNineAndSaysWhere() {
        #expect(throws: DataFileError.Problem.labelOutOfRange(label: 10, index: 2, offset: 10)) {
            try IDXLabels(parsing: IDXWriter.labels([1, 2, 10, 11]))
        }
    }

    @Test func reportsDamageOfTheCompressedStream() {
        let whole = GzipWriter.compress(IDXWriter.images(count: 2))
        #expect(throws: DataFileError.Problem.truncatedGzip(length: 40)) {
            try IDXPictures(parsing: Array(whole.prefix(40)))
        }
        #expect(throws: DataFileError.Problem.bytesAfterGzip(offset: whole.count, count: 1)) {
            try IDXPictures(parsing: whole + [7])
        }
        var damaged = whole
        damaged[whole.count - 8] ^= 1
        #expect(throws: DataFileError.Problem.corruptGzip(offset: whole.count - 4, reason: "incorrect data check")) {
            try IDXPictures(parsing: damaged)
        }
    }
}
