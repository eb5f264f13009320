@testable import DigitData

/// A data set of three training and two test pictures of 2×3 pixels, as compressed files.
enum TinyDataset {
    static let files: [DatasetPart: [UInt8]] = [
        .trainingImages: GzipWriter.compress(IDXWriter.images(count: 3)),
        .trainingLabels: GzipWriter.compress(IDXWriter.labels([7, 0, 9])),
        .testImages: GzipWriter.compress(IDXWriter.images(count: 2)),
        .testLabels: GzipWriter.compress(IDXWriter.labels([1, 2])),
    ]

    /// The files as a publication on `mirrors`.
    static func published(mirrors: [String] = []) -> PublishedDataset {
        PublishedDataset(
            files: files.mapValues { .init(length: $0.count, digest: FileDigest(of: $0)) }, mirrors: mirrors)
    }

    /// Writes the compressed files to a folder, below `into` (with a slash at its end).
    static func write(to folder: TemporaryFolder, into: String = "", except: Set<DatasetPart> = []) throws {
        for (part, bytes) in files where !except.contains(part) {
            try folder.write(bytes, as: into + part.compressedFileName)
        }
    }
}
