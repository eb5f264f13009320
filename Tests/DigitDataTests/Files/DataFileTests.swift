import Foundation
import Testing

@testable import DigitData

struct DataFileTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test func readsTheBytesOfAFileAndOfALinkToIt() throws {
        let path = try folder.write([1, 2, 3], as: "file")
        let link = folder.path + "/link"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
        #expect(try DataFile.read(path) == [1, 2, 3])
        #expect(try DataFile.read(link) == [1, 2, 3])
    }

    @Test func refusesAFolder() {
        #expect(throws: DataFileError(path: folder.path, problem: .isFolder)) { try DataFile.read(folder.path) }
    }

    @Test func refusesAMissingFile() {
        let path = folder.path + "/none"
        #expect(throws: DataFileError(path: path, problem: .missing)) { try DataFile.read(path) }
    }

    @Test func refusesADeviceThatNeverEnds() {
        #expect(throws: DataFileError(path: "/dev/zero", problem: .isNoRegularFile)) { try DataFile.read("/dev/zero") }
    }

    @Test(arguments: [
        (
            DataFileError.Problem.wrongMagic(found: 0x801, expected: 0x803),
            "a: begins with 0x00000801 instead of 0x00000803: these are labels, not images. "
                + "Use an IDX file of digits as MNIST's are."
        ),
        (
            .truncatedGzip(length: 100),
            "a: the gzip stream is cut off at byte 100, the end of the file. Copy or download the file again."
        ),
        (
            .bytesAfterGzip(offset: 50, count: 1),
            "a: 1 byte follows the end of the gzip stream at byte 50. "
                + "Copy or download the file again, or cut off what was appended."
        ),
        (
            .labelOutOfRange(label: 12, index: 4, offset: 12),
            "a: label 4 (byte 12 of the uncompressed file) is 12, but digits go from 0 to 9. Use labels of the ten digits."
        ),
    ])
    func describesPlaceCauseAndRemedy(problem: DataFileError.Problem, text: String) {
        #expect(DataFileError(path: "a", problem: problem).description == text)
    }
}
