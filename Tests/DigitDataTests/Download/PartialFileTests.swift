import Foundation
import Testing

@testable import DigitData

struct PartialFileTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test func becomesItsDestinationWhenCommitted() throws {
        let file = try PartialFile(for: folder.path + "/name")
        try file.append(Data([1, 2]))
        try file.append(Data([3]))
        #expect(folder.names == ["name.part"])
        try file.commit()
        #expect(folder.names == ["name"])
        #expect(folder.read("name") == [1, 2, 3])
    }

    @Test func keepsItsContentForALaterRun() throws {
        let first = try PartialFile(for: folder.path + "/name")
        try first.append(Data([1, 2]))
        first.abandon()
        let second = try PartialFile(for: folder.path + "/name")
        #expect(second.length == 2)
        try second.append(Data([3]))
        try second.commit()
        #expect(folder.read("name") == [1, 2, 3])
    }

    @Test func leavesNothingBehindWhereNothingCame() throws {
        try PartialFile(for: folder.path + "/name").abandon()
        #expect(folder.names.isEmpty)
    }

    @Test func takesAFileOfItsOwnWhereAnotherHoldsTheLock() throws {
        let first = try PartialFile(for: folder.path + "/name")
        try first.append(Data([1]))
        let second = try PartialFile(for: folder.path + "/name")
        #expect(second.path != first.path)
        #expect(second.length == 0)
        try second.append(Data([2]))
        second.abandon()
        #expect(folder.names == ["name.part"])
        try first.commit()
        #expect(folder.read("name") == [1])
    }

    @Test func reportsAFolderThatIsNotThere() {
        let path = folder.path + "/none/name.part"
        #expect(throws: DownloadError.cannotStore(path: path, reason: "No such file or directory")) {
            _ = try PartialFile(for: folder.path + "/none/name")
        }
    }
}
