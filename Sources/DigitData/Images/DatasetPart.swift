/// One of the four files that make up a data set of digits.
package enum DatasetPart: String, Hashable, Codable, CodingKeyRepresentable, Sendable, CaseIterable {
    case trainingImages = "train-images"
    case trainingLabels = "train-labels"
    case testImages = "t10k-images"
    case testLabels = "t10k-labels"

    /// Name of the uncompressed file, as LeCun published it.
    package var fileName: String {
        switch self {
        case .trainingImages, .testImages: "\(rawValue)-idx3-ubyte"
        case .trainingLabels, .testLabels: "\(rawValue)-idx1-ubyte"
        }
    }

    /// Name of the file compressed with gzip.
    package var compressedFileName: String { fileName + ".gz" }
}
