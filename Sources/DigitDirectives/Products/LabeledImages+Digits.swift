package import DigitData
package import NeuralNetwork

extension LabeledImages {
    /// Grey pictures of digits as images of one channel.
    package init(_ images: DigitImages) {
        self.init(
            shape: ImageShape(height: images.height, width: images.width, channels: 1), pixels: images.pixels,
            labels: images.labels)
    }

    /// Number of images of each digit.
    var countsByDigit: [Int] {
        var counts = [Int](repeating: 0, count: Digits.count)
        for label in labels where Int(label) < counts.count { counts[Int(label)] += 1 }
        return counts
    }

    /// At most `limit` images drawn at random, each class in proportion, in the order of this view.
    func stratifiedSubset(_ limit: Int, key: UInt64) -> LabeledImages {
        guard limit < count else { return self }
        return subset(stratifiedSplit(labels: labels, fraction: Double(limit) / Double(count), key: key).held)
    }

    /// Whether both hold the same images with the same labels in the same order.
    func hasSameContent(as other: LabeledImages) -> Bool {
        shape == other.shape && labels == other.labels
            && labels.indices.allSatisfy { pixels(at: $0) == other.pixels(at: $0) }
    }
}
