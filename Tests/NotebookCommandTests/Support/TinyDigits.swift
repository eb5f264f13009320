import Foundation
import TemporaryFolders

/// The four files of a data set of a few empty digits, as MNIST's are laid out (big-endian headers, then bytes).
struct TinyDigits {
    var trainingCount = 40
    var testCount = 20
    /// The first four bytes of the training images: type 8 (bytes), three dimensions.
    var imageMagic: [UInt8] = [0, 0, 8, 3]
    /// Training labels that are too many.
    var surplusLabels = 0

    func write(to path: String, in folder: TemporaryFolder) throws {
        for (prefix, count, surplus) in [("train", trainingCount, surplusLabels), ("t10k", testCount, 0)] {
            let magic = prefix == "train" ? imageMagic : [0, 0, 8, 3]
            let images = Data(magic + Self.bytes(count) + Self.bytes(28) + Self.bytes(28)) + Data(count: count * 784)
            let labelCount = count + surplus
            let labels = Data([0, 0, 8, 1] + Self.bytes(labelCount) + (0..<labelCount).map { UInt8($0 % 10) })
            try folder.write(images, to: "\(path)/\(prefix)-images-idx3-ubyte")
            try folder.write(labels, to: "\(path)/\(prefix)-labels-idx1-ubyte")
        }
    }

    private static func bytes(_ number: Int) -> [UInt8] {
        stride(from: 24, through: 0, by: -8).map { UInt8(truncatingIfNeeded: number >> $0) }
    }
}
