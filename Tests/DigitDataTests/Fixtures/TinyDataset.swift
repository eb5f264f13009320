@testable import DigitData

/// A data set of three training and two test pictures of 2×3 pixels, as compressed files.
enum TinyDataset {
    static let contents: [DatasetPart: [UInt8]] = [
        .trainingImages: IDXWriter.images(count: 3), .trainingLabels: IDXWriter.labels([7, 0, 9]),
        .testImages: IDXWriter.images(count: 2), .testLabels: IDXWriter.labels([1, 2]),
    ]
    static let files = contents.mapValues { GzipWriter.compress($0) }

    /// The files as a publication on `mirrors`.
    static func published(mirrors: [String] = []) -> PublishedDataset {
        PublishedDataset(
            files: Dictionary(
                uniqueKeysWithValues: files.map { part, bytes in
                    let content = FileDigest(of: contents[part] ?? [])
                    return (part, .init(length: bytes.count, digest: FileDigest(of: bytes), contentDigest: content))
                }), mirrors: mirrors)
    }

    /// Writes the compressed files to a folder, below `into` (with a slash at its end).
    static func write(to folder: TemporaryFolder, into: String = "", except: Set<DatasetPart> = []) throws {
        for (part, bytes) in files where !except.contains(part) {
            try folder.write(bytes, as: into + part.compressedFileName)
        }
    }
}
