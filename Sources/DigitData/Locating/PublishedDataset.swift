import Foundation

/// A data set as its authors published it: where to download it, and how to know it.
package struct PublishedDataset: Sendable {
    /// One compressed file as it was published.
    package struct File: Hashable, Sendable {
        /// Length of the compressed file in bytes.
        package let length: Int
        /// SHA-256 of the compressed file.
        package let digest: FileDigest

        /// Describes a file by its length and digest.
        package init(length: Int, digest: FileDigest) {
            self.length = length
            self.digest = digest
        }
    }

    /// The four files.
    package let files: [DatasetPart: File]
    /// Base addresses that serve the files under their compressed names; tried in this order.
    package let mirrors: [String]

    /// Describes a publication; `files` must name all four parts.
    package init(files: [DatasetPart: File], mirrors: [String]) {
        precondition(files.count == DatasetPart.allCases.count, "a publication has four files")
        self.files = files
        self.mirrors = mirrors
    }

    /// The published file of a part.
    package func file(_ part: DatasetPart) -> File {
        guard let file = files[part] else { preconditionFailure("a publication has four files") }
        return file
    }

    /// Whether these digests are the published ones.
    func matches(_ digests: [DatasetPart: FileDigest]) -> Bool {
        DatasetPart.allCases.allSatisfy { digests[$0] == file($0).digest }
    }

    /// The MNIST database of handwritten digits (LeCun, Cortes, Burges).
    package static let mnist = PublishedDataset(
        files: [
            .trainingImages: File(
                length: 9_912_422,
                digest: FileDigest(hex: "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609")),
            .trainingLabels: File(
                length: 28_881,
                digest: FileDigest(hex: "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c")),
            .testImages: File(
                length: 1_648_877,
                digest: FileDigest(hex: "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6")),
            .testLabels: File(
                length: 4_542,
                digest: FileDigest(hex: "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6")),
        ],
        mirrors: [
            "https://ossci-datasets.s3.amazonaws.com/mnist/",
            "https://storage.googleapis.com/cvdf-datasets/mnist/",
        ])
}
