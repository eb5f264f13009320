import Testing

@testable import DigitData

struct LocatedDatasetTests {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try TinyDataset.write(to: folder)
    }

    private func locate() async throws -> LocatedDataset {
        try await DatasetLocator(
            dataFolder: folder.path, environment: [:], home: "/nowhere", published: TinyDataset.published()
        ).locate()
    }

    @Test func refusesLabelsThatDoNotGoWithTheImages() async throws {
        try folder.write(IDXWriter.labels([1, 2, 3]), as: "t10k-labels-idx1-ubyte.gz")
        let located = try await locate()
        let error = #expect(throws: DatasetError.self) { try located.load() }
        #expect(
            error?.description == """
                \(folder.path)/t10k-labels-idx1-ubyte.gz: holds 3 labels for the 2 pictures of \
                \(folder.path)/t10k-images-idx3-ubyte.gz. Use the label file that belongs to the images.
                """)
    }

    @Test func refusesTestPicturesOfAnotherSize() async throws {
        try folder.write(IDXWriter.images(count: 2, height: 3, width: 3), as: "t10k-images-idx3-ubyte.gz")
        let located = try await locate()
        let error = #expect(throws: DatasetError.self) { try located.load() }
        #expect(
            error?.description == """
                \(folder.path)/t10k-images-idx3-ubyte.gz: test pictures of 3×3 pixels do not go with training \
                pictures of 2×3. Use training and test files of one data set.
                """)
    }

    @Test func saysWhichFileIsDamaged() async throws {
        let path = try folder.write([0x1f, 0x8b, 8], as: "train-images-idx3-ubyte.gz")
        let located = try await locate()
        #expect(throws: DatasetError.file(DataFileError(path: path, problem: .truncatedGzip(length: 3)))) {
            try located.load()
        }
    }

    @Test func noticesAFileThatChangedAfterItsDigestWasTaken() async throws {
        let located = try await locate()
        let path = try folder.write(IDXWriter.labels([4, 4, 4]), as: "train-labels-idx1-ubyte.gz")
        #expect(throws: DatasetError.file(DataFileError(path: path, problem: .changedWhileRead))) {
            try located.load()
        }
    }
}
