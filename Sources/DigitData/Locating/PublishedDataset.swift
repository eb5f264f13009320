import Foundation

/// A data set as its authors published it: where to download it, and how to know it.
package struct PublishedDataset: Sendable {
    /// One compressed file as it was published.
    package struct File: Hashable, Sendable {
        /// Length of the compressed file in bytes.
        package let length: Int
        /// SHA-256 of the compressed file, which tells whether a download is whole.
        package let digest: FileDigest
        /// SHA-256 of the uncompressed file, by which the content is known however it is compressed.
        package let contentDigest: FileDigest

        /// Describes a file by its length and digests.
        package init(length: Int, digest: FileDigest, contentDigest: FileDigest) {
            self.length = length
            self.digest = digest
            self.contentDigest = contentDigest
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

    /// Whether these digests of uncompressed files are those of the published ones.
    func matches(_ digests: [DatasetPart: FileDigest]) -> Bool {
        DatasetPart.allCases.allSatisfy { digests[$0] == file($0).contentDigest }
    }

    /// The MNIST database of handwritten digits (LeCun, Cortes, Burges).
    package static let mnist = PublishedDataset(
        files: [
            .trainingImages: File(
                length: 9_912_422,
                digest: FileDigest(hex: "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609"),
                contentDigest: FileDigest(hex: "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db")),
            .trainingLabels: File(
                length: 28_881,
                digest: FileDigest(hex: "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c"),
                contentDigest: FileDigest(hex: "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5")),
            .testImages: File(
                length: 1_648_877,
                digest: FileDigest(hex: "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6"),
                contentDigest: FileDigest(hex: "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7")),
            .testLabels: File(
                length: 4_542,
                digest: FileDigest(hex: "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6"),
                contentDigest: FileDigest(hex: "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2")),
        ],
        mirrors: [
            "https://ossci-datasets.s3.amazonaws.com/mnist/",
            "https://storage.googleapis.com/cvdf-datasets/mnist/",
        ])
}
