import Foundation
import Testing

@testable import DigitData

struct DatasetLocatorTests {
    let folder: TemporaryFolder
    let home: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        home = try TemporaryFolder()
    }

    private func locator(
        dataFolder: String? = nil, environment: [String: String] = [:], published: PublishedDataset? = nil
    ) -> DatasetLocator {
        DatasetLocator(
            dataFolder: dataFolder, environment: environment, home: home.path,
            published: published ?? TinyDataset.published())
    }

    @Test(arguments: NamedSource.allCases)
    func readsTheFolderThatIsNamed(source: NamedSource) async throws {
        try TinyDataset.write(to: folder)
        let located =
            switch source {
            case .option: try await locator(dataFolder: folder.path).locate()
            case .environment: try await locator(environment: ["MNIST_DIR": folder.path]).locate()
            }
        guard case .mnist(.folder(folder.path), _) = located.origin else {
            Issue.record("not identified: \(located.origin)")
            return
        }
        let data = try located.load()
        #expect(data.training.count == 3)
        #expect(data.training.labels == [7, 0, 9])
        #expect(data.test.count == 2)
        #expect(Array(data.test.image(at: 1)) == Array(6..<12))
        #expect(data.origin == located.origin)
        #expect(located.notes.isEmpty)
    }

    @Test func theOptionComesBeforeTheEnvironment() async throws {
        try TinyDataset.write(to: folder)
        let environment = ["MNIST_DIR": "/nowhere"]
        _ = try await locator(dataFolder: folder.path, environment: environment).locate()
    }

    @Test func anEmptyVariableCountsAsNone() async throws {
        try TinyDataset.write(to: home, into: ".cache/notebook/")
        let located = try await locator(environment: ["MNIST_DIR": "", "XDG_CACHE_HOME": ""]).locate()
        #expect(located.origin.place == "cache folder \(home.path)/.cache/notebook")
    }

    /// A named folder is final: neither the cache nor the fallback hides an error in it.
    @Test func anErrorInTheNamedFolderIsAnError() async throws {
        try TinyDataset.write(to: home, into: ".cache/notebook/")
        await #expect(throws: DatasetError.noSuchFolder(path: "/nowhere", source: .environment)) {
            try await locator(environment: ["MNIST_DIR": "/nowhere"]).locate(fallback: .synthetic(seed: 1))
        }
    }

    @Test func namesTheFilesThatTheFolderLacks() async throws {
        try TinyDataset.write(to: folder, except: [.trainingLabels, .testLabels])
        let error = await #expect(throws: DatasetError.self) {
            try await locator(dataFolder: folder.path).locate()
        }
        #expect(
            error?.description == """
                --data \(folder.path): the folder lacks train-labels-idx1-ubyte.gz, t10k-labels-idx1-ubyte.gz. \
                Put all four IDX files there under these names, with .gz or without, or let --data name another folder.
                """)
    }

    @Test func namesTheFilesThatAreThereInstead() async throws {
        try TinyDataset.write(to: folder, except: [.testLabels])
        for name in ["t10k-labels.zip", "notes.txt"] { try folder.write([1], as: name) }
        let error = await #expect(throws: DatasetError.self) {
            try await locator(dataFolder: folder.path).locate()
        }
        #expect(error?.cause == "the folder lacks t10k-labels-idx1-ubyte.gz; it holds notes.txt, t10k-labels.zip")
    }

    /// As 7-Zip, Windows and Kaggle unpack them, or in capitals.
    @Test(arguments: [
        ("-idx", ".idx", ""), ("-idx", ".idx", ".gz"), ("-", "_", ""), ("-idx", "-IDX", ".GZ"),
    ])
    func readsFilesUnderRelatedNames(pattern: String, replacement: String, suffix: String) async throws {
        for (part, content) in TinyDataset.contents {
            let name = part.fileName.replacing(pattern, with: replacement) + suffix
            try folder.write(suffix.isEmpty ? content : GzipWriter.compress(content), as: name)
        }
        let located = try await locator(dataFolder: folder.path).locate()
        #expect(located.origin.summary == "MNIST")
        #expect(try located.load().test.labels == [1, 2])
    }

    @Test func saysThatTheNamedFolderIsAFile() async throws {
        let path = try folder.write([1], as: "file")
        await #expect(throws: DatasetError.notAFolder(path: path, source: .option)) {
            try await locator(dataFolder: path).locate()
        }
    }

    @Test func saysThatAFileIsAFolder() async throws {
        try TinyDataset.write(to: folder, except: [.testImages])
        try folder.write([], as: "t10k-images-idx3-ubyte.gz/inside")
        let path = folder.path + "/t10k-images-idx3-ubyte.gz"
        await #expect(throws: DatasetError.file(DataFileError(path: path, problem: .isFolder))) {
            try await locator(dataFolder: folder.path).locate()
        }
    }

    /// The same content is the same data, whether or not and however it is compressed.
    @Test func knowsThePublishedFilesWithoutTheirCompression() async throws {
        try TinyDataset.write(to: folder, except: [.testLabels])
        try folder.write(IDXWriter.labels([1, 2]), as: "t10k-labels-idx1-ubyte")
        try TinyDataset.write(to: home)
        let located = try await locator(dataFolder: folder.path).locate()
        #expect(located.origin.summary == "MNIST")
        #expect(located.origin.digests == (try await locator(dataFolder: home.path).locate()).origin.digests)
        #expect(try located.load().test.labels == [1, 2])
    }

    @Test func findsTheCacheWhereTheEnvironmentPutsIt() async throws {
        try TinyDataset.write(to: folder, into: "notebook/")
        let located = try await locator(environment: ["XDG_CACHE_HOME": folder.path]).locate()
        #expect(located.origin.summary == "MNIST")
        #expect(located.origin.place == "cache folder \(folder.path)/notebook")
    }

    @Test func downloadsWhatTheCacheLacksOrHoldsDamaged() async throws {
        let cache = ".cache/notebook/"
        try TinyDataset.write(to: home, into: cache, except: [.trainingImages])
        try home.write([0x1f, 0x8b], as: cache + DatasetPart.testLabels.compressedFileName)
        let served = Dictionary(uniqueKeysWithValues: TinyDataset.files.map { ($0.compressedFileName, $1) })
        try await MirrorServer.serving(served) { mirror in
            let located = try await locator(published: TinyDataset.published(mirrors: [mirror.address])).locate()
            #expect(located.origin.place == "downloaded from 127.0.0.1")
            #expect(try located.load().test.labels == [1, 2])
            #expect(mirror.requests == [DatasetPart.trainingImages, .testLabels].map(\.compressedFileName))
        }
        let later = try await locator().locate()
        #expect(later.origin.place == "cache folder \(home.path)/.cache/notebook")
    }

    @Test func acceptsOtherFilesInTheCacheUnderTheirDigest() async throws {
        try TinyDataset.write(to: home, into: ".cache/notebook/")
        try home.write(
            GzipWriter.compress(IDXWriter.labels([3, 3])), as: ".cache/notebook/t10k-labels-idx1-ubyte.gz")
        let located = try await locator().locate()
        #expect(located.origin.summary == "MNIST-format data from a folder")
    }

    @Test func listsWhatWasTriedWhenNothingIsFound() async throws {
        let published = TinyDataset.published(mirrors: ["http://127.0.0.1:1/a/", "not an address/"])
        let error = await #expect(throws: DatasetError.self) { try await locator(published: published).locate() }
        #expect(
            error?.description == """
                the MNIST files are neither on this machine nor to be downloaded. Tried:
                  - --data and MNIST_DIR: not given
                  - the cache folder \(home.path)/.cache/notebook: no MNIST files
                  - http://127.0.0.1:1/a/train-images-idx3-ubyte.gz: no connection
                  - not an address/train-images-idx3-ubyte.gz: no valid address
                Name a folder with the four IDX files (--data DIR or MNIST_DIR), or run again with a network \
                connection, or allow digits drawn by the program (fallback: synthetic).
                """)
    }

    @Test func fallsBackToSyntheticDigitsWhereAllowedAndSaysWhy() async throws {
        let published = TinyDataset.published(mirrors: ["http://127.0.0.1:1/"])
        let located = try await locator(published: published).locate(fallback: .synthetic(seed: 5))
        #expect(located.origin == .synthetic(seed: 5, version: SyntheticDigits.version))
        #expect(located.notes.last == "Tried http://127.0.0.1:1/train-images-idx3-ubyte.gz: no connection")
    }

    @Test func saysThatTheCacheCannotBeWritten() async throws {
        let file = try folder.write([1], as: "file")
        let published = TinyDataset.published(mirrors: ["http://127.0.0.1:1/"])
        let error = await #expect(throws: DatasetError.self) {
            try await locator(environment: ["XDG_CACHE_HOME": file], published: published).locate()
        }
        #expect(error?.description.contains("a download: \(file)/notebook cannot be written: ") == true)
    }

    @Test(.enabled(if: RealMNIST.folder != nil, "MNIST_DIR is not set: the real files are not tested"))
    func readsTheRealFiles() async throws {
        let path = try #require(RealMNIST.folder)
        let data = try await DatasetLocator(dataFolder: path, environment: [:], home: home.path).locate().load()
        #expect(data.training.count == 60_000)
        #expect(data.test.count == 10_000)
        #expect(data.training.height == 28)
        #expect(data.training.width == 28)
        // The class counts of the published label files.
        let counts = (0..<10).map { digit in data.test.labels.count { $0 == digit } }
        #expect(counts == [980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009])
    }
}
