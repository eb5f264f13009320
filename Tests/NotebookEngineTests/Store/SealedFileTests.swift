import Foundation
import TemporaryFolders
import Testing

@testable import NotebookEngine

struct SealedFileTests {
    private let folder: TemporaryFolder
    private let file: SealedFile
    private let first = Data("the first part".utf8)
    private let second = Data("the second".utf8)

    init() throws {
        folder = try TemporaryFolder()
        file = SealedFile(path: folder.url.appendingPathComponent("f").path, name: "name")
        try file.write(first, second)
    }

    private var whole: Data {
        get throws { try #require(folder.data("f")) }
    }

    @Test func givesBackWhatItWasGiven() throws {
        #expect(try file.first() == first)
        #expect(try file.second() == second)
        try file.write(Data(), Data())
        #expect(try file.first() == Data())
        #expect(try file.second() == Data())
    }

    @Test func isNilWhereThereIsNone() throws {
        let missing = SealedFile(path: file.path + "-missing", name: "name")
        #expect(try missing.first() == nil)
        #expect(try missing.second() == nil)
    }

    @Test(arguments: [UInt8(1), 0x80, 0xFF]) func noFlippedByteGoesUnnoticed(mask: UInt8) throws {
        let whole = try whole
        for index in whole.indices {
            var damaged = whole
            damaged[index] ^= mask
            try folder.write(damaged, to: "f")
            expectDamage(at: index)
        }
    }

    @Test func noLengthButItsOwnIsTaken() throws {
        let whole = try whole
        for length in 0..<whole.count {
            try folder.write(whole.prefix(length), to: "f")
            #expect(throws: SealedFile.Fault.damaged, "cut off after \(length) bytes") { try file.first() }
        }
        try folder.write(whole + [0], to: "f")
        #expect(throws: SealedFile.Fault.damaged) { try file.first() }
    }

    /// Either part is refused or right, and not both are right.
    private func expectDamage(at index: Int) {
        let results = [(Result { try file.first() }, first), (Result { try file.second() }, second)]
        for (result, right) in results {
            if case .success(let data) = result { #expect(data == right, "byte \(index)") }
        }
        #expect(results.contains { result, _ in (try? result.get()) == nil }, "byte \(index)")
    }

    @Test func otherVersionsAreNotRead() throws {
        var other = try whole
        other[8] = UInt8(SealedFile.version - 1)
        try folder.write(other, to: "f")
        #expect(throws: SealedFile.Fault.otherVersion(SealedFile.version - 1)) { try file.first() }
    }

    @Test func fileUnderAnothersNameIsNotTakenForIt() throws {
        #expect(throws: SealedFile.Fault.damaged) { try SealedFile(path: file.path, name: "other").first() }
    }

    @Test func somethingElseIsForeign() throws {
        try folder.write(
            "a shopping list, longer than the head of a file of the store, so that only its content tells", to: "f")
        #expect(throws: SealedFile.Fault.foreign) { try file.first() }
        try FileManager.default.removeItem(atPath: file.path)
        try folder.makeFolder("f")
        #expect(throws: SealedFile.Fault.foreign) { try file.first() }
        try FileManager.default.removeItem(atPath: file.path)
        #expect(mkfifo(file.path, 0o600) == 0)
        #expect(throws: SealedFile.Fault.foreign) { try file.first() }
    }
}
