import Synchronization
import Testing

@testable import DigitData

struct DownloaderTests {
    let folder: TemporaryFolder
    /// Short enough to wait for, and so long that even on a busy machine only a server that fails on purpose exceeds it.
    let timeouts = DownloadTimeouts(answer: .seconds(10), stall: .seconds(10))

    /// Files under the names that mirrors serve; the first is large enough to arrive in several pieces.
    static let files: [DatasetPart: [UInt8]] = {
        var files = TinyDataset.files
        files[.trainingImages] = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 7 ^ $0 >> 9) }
        return files
    }()
    static let served = Dictionary(uniqueKeysWithValues: files.map { ($0.compressedFileName, $1) })
    static let name = DatasetPart.trainingImages.compressedFileName

    init() throws { folder = try TemporaryFolder() }

    private func downloader(_ mirrors: String...) -> Downloader {
        let files = Self.files.mapValues {
            PublishedDataset.File(length: $0.count, digest: FileDigest(of: $0), contentDigest: FileDigest(of: $0))
        }
        return Downloader(published: PublishedDataset(files: files, mirrors: mirrors), timeouts: timeouts)
    }

    private func fetch(
        _ downloader: Downloader, _ parts: [DatasetPart] = [.trainingImages],
        progress: @Sendable (DownloadProgress) -> Void = { _ in }
    ) async throws {
        _ = try await downloader.download(parts, into: folder.path, progress: progress)
    }

    /// The reason that the only mirror gave.
    private func failure(of downloader: Downloader) async -> MirrorFailure.Reason? {
        let error = await #expect(throws: DownloadError.self) { try await fetch(downloader) }
        guard case .mirrorsFailed(let failures)? = error else { return nil }
        #expect(failures.count == 1)
        return failures.first?.reason
    }

    @Test func downloadsAllFilesAndReportsProgress() async throws {
        try await MirrorServer.serving(Self.served) { mirror in
            let reports = Mutex<[DownloadProgress]>([])
            try await fetch(downloader(mirror.address), DatasetPart.allCases) { report in
                reports.withLock { $0.append(report) }
            }
            for (part, content) in Self.files {
                #expect(folder.read(part.compressedFileName) == content)
            }
            #expect(folder.names == Self.served.keys.sorted())
            let received = reports.withLock { $0.map(\.received) }
            let total = Self.files.values.reduce(0) { $0 + $1.count }
            #expect(received == received.sorted())
            #expect(received.last == total)
            #expect(reports.withLock { $0.allSatisfy { $0.total == total } })
        }
    }

    @Test func goesOnWhereAnEarlierRunStopped() async throws {
        try folder.write(Array(Self.served[Self.name]!.prefix(1000)), as: Self.name + ".part")
        try await MirrorServer.serving(Self.served) { mirror in
            try await fetch(downloader(mirror.address))
            #expect(mirror.requests == ["\(Self.name) bytes=1000-"])
        }
        #expect(folder.read(Self.name) == Self.served[Self.name])
        #expect(folder.names == [Self.name])
    }

    @Test func startsAgainWhereTheServerIgnoresRanges() async throws {
        try folder.write(Array(Self.served[Self.name]!.prefix(1000)), as: Self.name + ".part")
        try await MirrorServer.serving(Self.served, .ignoringRanges) { mirror in
            try await fetch(downloader(mirror.address))
        }
        #expect(folder.read(Self.name) == Self.served[Self.name])
    }

    @Test func startsAgainWhereTheBeginningWasOfAnotherFile() async throws {
        try folder.write(Array(repeating: 1, count: 1000), as: Self.name + ".part")
        try await MirrorServer.serving(Self.served) { mirror in
            try await fetch(downloader(mirror.address))
            #expect(mirror.requests == ["\(Self.name) bytes=1000-", Self.name])
        }
        #expect(folder.read(Self.name) == Self.served[Self.name])
    }

    @Test(arguments: [300_000, 300_001])
    func startsAgainWhereTheTemporaryFileIsForeignAndTooLong(length: Int) async throws {
        try folder.write(Array(repeating: 1, count: length), as: Self.name + ".part")
        try await MirrorServer.serving(Self.served) { mirror in
            try await fetch(downloader(mirror.address))
            #expect(mirror.requests == [Self.name])
        }
        #expect(folder.read(Self.name) == Self.served[Self.name])
    }

    @Test func keepsAWholeFileThatOnlyLackedItsName() async throws {
        try folder.write(Self.served[Self.name]!, as: Self.name + ".part")
        try await MirrorServer.serving(Self.served) { mirror in
            try await fetch(downloader(mirror.address))
            #expect(mirror.requests.isEmpty)
        }
        #expect(folder.names == [Self.name])
    }

    @Test func refusesAndRemovesAFileOfAnotherDigest() async throws {
        var files = Self.served
        files[Self.name]![5] ^= 1
        try await MirrorServer.serving(files) { mirror in
            let reason = await failure(of: downloader(mirror.address))
            #expect(
                reason
                    == .wrongDigest(
                        found: FileDigest(of: files[Self.name]!), expected: FileDigest(of: Self.served[Self.name]!)))
        }
        #expect(folder.names.isEmpty)
    }

    @Test func refusesAndRemovesALongerFile() async throws {
        var files = Self.served
        files[Self.name]!.append(0)
        try await MirrorServer.serving(files) { mirror in
            #expect(await failure(of: downloader(mirror.address)) == .tooLong(expected: 300_000))
        }
        #expect(folder.names.isEmpty)
    }

    @Test(arguments: [404, 500])
    func reportsTheStatus(code: Int) async throws {
        try await MirrorServer.serving(Self.served, .status(code)) { mirror in
            #expect(await failure(of: downloader(mirror.address)) == .status(code))
        }
        #expect(folder.names.isEmpty)
    }

    @Test func reportsASilentServer() async throws {
        try await MirrorServer.serving(Self.served, .silent) { mirror in
            #expect(await failure(of: downloader(mirror.address)) == .noAnswer(after: timeouts.answer))
        }
    }

    @Test func reportsAStallAndKeepsWhatCame() async throws {
        try await MirrorServer.serving(Self.served, .stallingAfter(8192)) { mirror in
            #expect(
                await failure(of: downloader(mirror.address)) == .stalled(received: 8192, after: timeouts.stall))
        }
        #expect(folder.read(Self.name + ".part") == Array(Self.served[Self.name]!.prefix(8192)))
    }

    @Test func keepsWhatCameBeforeTheConnectionBroke() async throws {
        try await MirrorServer.serving(Self.served, .closingAfter(8192)) { mirror in
            #expect(await failure(of: downloader(mirror.address)) == .cutOff(received: 8192, expected: 300_000))
        }
        #expect(folder.read(Self.name + ".part") == Array(Self.served[Self.name]!.prefix(8192)))
    }

    @Test func goesToTheNextMirrorAndOnFromWhatTheFirstSent() async throws {
        try await MirrorServer.serving(Self.served, .closingAfter(8192)) { first in
            try await MirrorServer.serving(Self.served) { second in
                try await fetch(downloader(first.address, second.address))
                #expect(first.requests == [Self.name])
                #expect(second.requests == ["\(Self.name) bytes=8192-"])
            }
        }
        #expect(folder.read(Self.name) == Self.served[Self.name])
    }

    @Test func asksAnUnreachableMirrorOnce() async throws {
        try await MirrorServer.serving(Self.served, .silent) { silent in
            try await MirrorServer.serving(Self.served) { second in
                try await fetch(downloader(silent.address, second.address), DatasetPart.allCases)
                #expect(silent.requests.count == 1)
                #expect(second.requests.count == 4)
            }
        }
    }

    @Test func reportsEveryMirrorThatFailed() async throws {
        try await MirrorServer.serving([:]) { mirror in
            let error = await #expect(throws: DownloadError.self) {
                try await fetch(downloader("http://127.0.0.1:1/", "http://host.invalid/", mirror.address))
            }
            guard case .mirrorsFailed(let failures)? = error else { return }
            #expect(failures.map(\.reason) == [.connectionFailed, .hostNotFound, .status(404)])
        }
    }

    @Test func twoDownloadsAtOnceDoNotDisturbEachOther() async throws {
        try await MirrorServer.serving(Self.served) { mirror in
            let downloader = downloader(mirror.address)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<8 { group.addTask { try await fetch(downloader) } }
                try await group.waitForAll()
            }
        }
        #expect(folder.read(Self.name) == Self.served[Self.name])
        #expect(folder.names == [Self.name])
    }

    @Test func stopsWhenCancelled() async throws {
        try await MirrorServer.serving(Self.served, .stallingAfter(4096)) { mirror in
            let downloader = downloader(mirror.address)
            let task = Task { try await fetch(downloader) }
            while mirror.requests.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
            task.cancel()
            await #expect(throws: CancellationError.self) { try await task.value }
        }
    }
}
