import Foundation
import NeuralNetwork

/// A data set of a few hundred pictures that a small network learns in an epoch or two.
///
/// Each digit is a bright square at a place of its own, in some noise. The first three test pictures of 5 show the square of
/// 3, and the first of 4 that of 9, so that a network that has learnt the places errs on them.
enum TinyDigits {
    static let trainingCount = 400
    static let testCount = 100

    /// The folder with the four IDX files, written once for each process.
    static let folder: String = {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("tiny-digits-\(UUID().uuidString)")
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            for (name, count, key) in [("train", trainingCount, UInt64(1)), ("t10k", testCount, UInt64(2))] {
                let labels = (0..<count).map { UInt8($0 % 10) }
                var stream = RandomStream(key: key)
                let pixels = labels.enumerated().flatMap { index, label in
                    picture(shown(label, index: index, isTest: name == "t10k"), &stream)
                }
                try idx(8, [count], labels).write(to: folder.appendingPathComponent("\(name)-labels-idx1-ubyte"))
                try idx(8, [count, 28, 28], pixels).write(
                    to: folder.appendingPathComponent("\(name)-images-idx3-ubyte"))
            }
        } catch {
            fatalError("the test data cannot be written: \(error)")
        }
        return folder.path
    }()

    private static func shown(_ label: UInt8, index: Int, isTest: Bool) -> UInt8 {
        guard isTest else { return label }
        if label == 5, index < 30 { return 3 }
        if label == 4, index < 10 { return 9 }
        return label
    }

    private static func picture(_ digit: UInt8, _ stream: inout RandomStream) -> [UInt8] {
        var pixels = (0..<784).map { _ in UInt8(stream.integer(below: 60)) }
        let top = 4 + Int(digit) / 5 * 12
        let left = 1 + Int(digit) % 5 * 5
        for row in top..<top + 6 {
            for column in left..<left + 6 { pixels[row * 28 + column] = UInt8(180 + stream.integer(below: 70)) }
        }
        return pixels
    }

    private static func idx(_ type: UInt8, _ sizes: [Int], _ bytes: [UInt8]) -> Data {
        let header = [0, 0, type, UInt8(sizes.count)]
        let lengths = sizes.flatMap { size in (0..<4).map { UInt8(truncatingIfNeeded: size >> (24 - 8 * $0)) } }
        return Data(header + lengths + bytes)
    }
}
